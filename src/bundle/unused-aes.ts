// Nothing -> what stands in for the AES ciphers: only encrypted PDFs need them, and we write none.

function refuse(): never {
  throw new Error('the AES ciphers were left out of the compiled program');
}

export const cbc = refuse;
export const ecb = refuse;
