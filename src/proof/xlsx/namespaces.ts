// The vocabularies of a workbook's parts -> their namespaces.
export const SCHEMA = 'http://schemas.openxmlformats.org';
export const MAIN = `${SCHEMA}/spreadsheetml/2006/main`;
export const SPACES = {
  xmlns: MAIN,
  'xmlns:mc': `${SCHEMA}/markup-compatibility/2006`,
};
export const RELATIONS = `${SCHEMA}/officeDocument/2006/relationships`;
export const MICROSOFT = 'http://schemas.microsoft.com/office/spreadsheetml';
