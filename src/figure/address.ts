// Text -> the one name that a figure has everywhere.

/** Ids joined by slashes: `tables/job-openings/2022/seekers`, `figures/population-share`. */
export type Address = string & { readonly address: unique symbol };

const ID = /^[a-z0-9][a-z0-9-]*$/;

/** Whether the text can be an id: lowercase letters, digits and inner hyphens. */
export function isId(text: string): boolean {
  return ID.test(text);
}

/** Names that Windows keeps for devices, in any folder: no folder or file can be called so. */
export function isDeviceName(id: string): boolean {
  return /^(con|prn|aux|nul|com\d|lpt\d)$/.test(id);
}

/** The address that the text spells, or undefined when a part of it is not an id or there are fewer than two. */
export function parseAddress(text: string): Address | undefined {
  const parts = text.split('/');
  return parts.length >= 2 && parts.every(isId) ? (text as Address) : undefined;
}

/** Joins ids that are known to be well formed; throws when one is not. */
export function addressOf(...ids: readonly string[]): Address {
  const address = parseAddress(ids.join('/'));
  if (address === undefined) throw new Error(`not an address: ${ids.join('/')}`);
  return address;
}
