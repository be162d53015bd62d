// Nothing -> what stands in for brotli: only WOFF2 fonts are packed with it, and ours are not.

export default function decompress(): never {
  throw new Error('brotli was left out of the compiled program');
}
