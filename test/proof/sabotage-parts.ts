// Harms that may be done to the parts of a finished workbook, by name; each changes what a reader sees, what a program does with the file, or what lies hidden in it.

/** The parts of a workbook by name, as text. */
export type Parts = Map<string, string>;

const SUM = 'xl/worksheets/sheet2.xml';
const ROWS = 'xl/worksheets/sheet4.xml';
const COVER = 'xl/worksheets/sheet1.xml';
const HIDDEN = 'xl/worksheets/sheet5.xml';
const BOOK = 'xl/workbook.xml';
const STYLES = 'xl/styles.xml';
const STRINGS = 'xl/sharedStrings.xml';

/** Changes one part, and must. */
function inPart(name: string, from: string | RegExp, to: string) {
  return (parts: Parts): void => {
    const before = parts.get(name);
    const after = before?.replace(from, to);
    if (after === undefined || after === before)
      throw new Error(`nothing to harm in ${name}: ${String(from)}`);
    parts.set(name, after);
  };
}

function withPart(name: string, text: string) {
  return (parts: Parts): void => {
    parts.set(name, text);
  };
}

function all(...harms: readonly ((parts: Parts) => void)[]) {
  return (parts: Parts): void => {
    for (const harm of harms) harm(parts);
  };
}

const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function related(type: string, target: string, external = false) {
  const mode = external ? ' TargetMode="External"' : '';
  return inPart(
    'xl/_rels/workbook.xml.rels',
    '</Relationships>',
    `<Relationship Id="rId99" Type="${REL}/${type}" Target="${target}"${mode}/></Relationships>`,
  );
}

/** Of budget.xlsx of the plan test/plans/workbooks: 표지, 총괄, 실천과제별, 세부사업별(입력). */
export const HARMS: Readonly<Record<string, (parts: Parts) => void>> = {
  // What a reader does not see any more.
  'a column hidden': inPart(SUM, /(<col min="2"[^>]*)\/>/, '$1 hidden="1"/>'),
  'a column of no width': inPart(SUM, /(<col min="2" max="\d+" width=)"[^"]*"/, '$1"0"'),
  'a column narrow': inPart(SUM, /(<col min="2" max="\d+" width=)"[^"]*"/, '$1"2"'),
  'a hidden column shown': inPart(ROWS, ' hidden="1"', ''),
  'columns gone': inPart(SUM, /<cols>.*<\/cols>/, ''),
  'a row hidden': inPart(SUM, '<row r="6"', '<row r="6" hidden="1"'),
  'a row of no height': inPart(SUM, /(<row r="6" ht=)"[^"]*"/, '$1"0"'),
  'a row too low': inPart(SUM, /(<row r="5" ht=)"[^"]*"/, '$1"5"'),
  'a row grouped away': inPart(SUM, '<row r="6"', '<row r="6" outlineLevel="1" collapsed="1"'),
  'rows of no height unless said': inPart(
    SUM,
    'defaultRowHeight="15"',
    'defaultRowHeight="15" zeroHeight="1"',
  ),
  'a sheet hidden': inPart(BOOK, /(name="총괄" state=)"visible"/, '$1"hidden"'),
  'the hidden sheet shown': inPart(BOOK, 'veryHidden', 'visible'),
  'sheets exchanged': inPart(BOOK, /(<sheet [^>]*r:id="rId5"\/>)(<sheet [^>]*r:id="rId6"\/>)/, '$2$1'),
  'another sheet open first': inPart(
    BOOK,
    '<sheets>',
    '<bookViews><workbookView activeTab="4"/></bookViews><sheets>',
  ),
  'the window hidden': inPart(
    BOOK,
    '<sheets>',
    '<bookViews><workbookView visibility="hidden"/></bookViews><sheets>',
  ),
  'white letters': inPart(STYLES, /(<fonts.*?rgb=)"FF1A1A1A"/, '$1"FFFFFFFF"'),
  'letters of size 1': inPart(STYLES, '<sz val="10"/>', '<sz val="1"/>'),
  'another type': inPart(STYLES, '<name val="맑은 고딕"/>', '<name val="Wingdings"/>'),
  'letters struck out': inPart(STYLES, '<charset val="129"/>', '<strike/><charset val="129"/>'),
  'totals no longer bold': inPart(STYLES, /<b\/>(?=(?:(?!<font>).)*<sz val="10"\/>)/, ''),
  'a fill as dark as letters': inPart(
    STYLES,
    /(<patternFill patternType="solid"><fgColor rgb=)"\w+"/,
    '$1"FF1A1A1A"',
  ),
  'a number format that shows nothing': inPart(STYLES, /formatCode="[^"]*"/, 'formatCode=";;;"'),
  'a number format with another number': inPart(
    STYLES,
    /formatCode="[^"]*"/,
    'formatCode="&quot;9&quot;#,##0"',
  ),
  'thousands cut off': inPart(STYLES, /formatCode="#,##0;/, 'formatCode="#,##0,;'),
  'columns measured by larger digits': inPart(STYLES, '<sz val="11"/>', '<sz val="22"/>'),
  'words where an extension is named': inPart(STYLES, /(<ext uri="[^"]*)/, '$1 숨은 말'),
  'a height that is only a wish': inPart(SUM, ' customHeight="1"', ''),
  'text turned': inPart(STYLES, '<alignment ', '<alignment textRotation="90" '),
  'text shrunk': inPart(STYLES, '<alignment ', '<alignment shrinkToFit="1" '),
  'text not broken': inPart(STYLES, / wrapText="1"/, ''),
  'text to the left': inPart(STYLES, 'horizontal="right"', 'horizontal="left"'),
  'rules gone': inPart(STYLES, /<left style="thin">.*?<\/left>/, '<left/>'),
  'a cell in another look': inPart(SUM, /(<c r="B5" s=)"\d+"/, '$1"1"'),
  'a look where nothing stands': inPart(SUM, '</row></sheetData>', '<c r="Z99" s="1"/></row></sheetData>'),
  'a condition that colours': inPart(
    SUM,
    '<printOptions',
    '<conditionalFormatting sqref="B5"><cfRule type="expression" dxfId="0" priority="1"><formula>TRUE</formula></cfRule></conditionalFormatting><printOptions',
  ),
  'a filter that hides': inPart(
    ROWS,
    /(<autoFilter ref="[^"]*")\/>/,
    '$1><filterColumn colId="1"><filters><filter val="x"/></filters></filterColumn></autoFilter>',
  ),
  'the filter gone': inPart(ROWS, /<autoFilter[^>]*>/, ''),
  'headings not kept in view': inPart(SUM, /<pane[^>]*>/, ''),
  'headings kept elsewhere': inPart(SUM, /ySplit="\d+"/, 'ySplit="9"'),
  'lines of the grid': inPart(SUM, ' showGridLines="0"', ''),
  'formulas shown for numbers': inPart(SUM, '<sheetView ', '<sheetView showFormulas="1" '),
  'zeros not shown': inPart(SUM, '<sheetView ', '<sheetView showZeros="0" '),
  'from right to left': inPart(SUM, '<sheetView ', '<sheetView rightToLeft="1" '),
  'a small view': inPart(SUM, '<sheetView ', '<sheetView zoomScale="10" '),
  'a print of one cell': inPart(BOOK, /('총괄'|&apos;총괄&apos;)!\$A\$1:\$[A-Z]+\$\d+/, '$1!$A$1:$A$1'),
  'headings not printed again': inPart(
    BOOK,
    /<definedName name="_xlnm.Print_Titles" localSheetId="1">.*?<\/definedName>/,
    '',
  ),
  'paper of another kind': inPart(SUM, 'paperSize="9"', 'paperSize="8"'),
  'a page turned': inPart(SUM, /orientation="\w+"/, 'orientation="default"'),
  'another foot of the page': inPart(SUM, '&amp;C- &amp;P -', '&amp;C초안'),
  'a picture behind the sheet': inPart(SUM, '</worksheet>', '<picture r:id="rId9"/></worksheet>'),
  'cells merged over others': all(inPart(SUM, '</mergeCells>', '<mergeCell ref="B6:C6"/></mergeCells>')),
  'a merged range twice': inPart(SUM, /(<mergeCell ref="A1[^>]*>)/, '$1$1'),
  // What is said beside the numbers.
  'rules of input gone': inPart(ROWS, /<dataValidations.*<\/dataValidations>/, ''),
  'one rule of input gone': inPart(ROWS, /<dataValidation [^>]*type="decimal".*?<\/dataValidation>/, ''),
  'another list to choose from': inPart(ROWS, /유지,신규,종료(?=&quot;)/, '유지,종료'),
  'another prompt': inPart(ROWS, /prompt="[^"]*"/, 'prompt="암호를 적습니다."'),
  'a link elsewhere': inPart(COVER, /location="[^"]*총괄[^"]*"/, 'location="&apos;_iljari&apos;!A1"'),
  'links gone': inPart(COVER, /<hyperlinks>.*<\/hyperlinks>/, ''),
  'a link to the web': all(
    inPart(COVER, '<hyperlink ref="B6"', '<hyperlink r:id="rId1" ref="B6"'),
    withPart(
      'xl/worksheets/_rels/sheet1.xml.rels',
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${REL}/hyperlink" Target="https://a.example" TargetMode="External"/></Relationships>`,
    ),
  ),
  'a name elsewhere': inPart(
    BOOK,
    /(<definedName name="일자리목표_총계">).*?(?=<)/,
    '$1&apos;총괄&apos;!$C$5',
  ),
  'a name of another file': inPart(
    BOOK,
    '<definedNames>',
    '<definedNames><definedName name="값">[1]총괄!$A$1</definedName>',
  ),
  'a macro by name': inPart(
    BOOK,
    '<definedNames>',
    '<definedNames><definedName name="Auto_Open" function="1">총괄!$A$1</definedName>',
  ),
  'another author': inPart('docProps/core.xml', /<dc:creator>[^<]*/, '<dc:creator>다른 구'),
  'another date': inPart(
    'docProps/core.xml',
    /<dcterms:modified[^>]*>[^<]*/,
    '<dcterms:modified xsi:type="dcterms:W3CDTF">2001-01-01T00:00:00Z',
  ),
  'a text that no cell has': inPart(STRINGS, '</sst>', '<si><t>숨은 말</t></si></sst>'),
  'a face within a text': inPart(
    STRINGS,
    /<si><t>총 계<\/t><\/si>/,
    '<si><r><rPr><charset val="129"/><color rgb="FFFFFFFF"/><family val="2"/><sz val="10"/><rFont val="맑은 고딕"/></rPr><t>총 계</t></r></si>',
  ),
  // What the file does, and how it counts.
  'calculation by hand': inPart(BOOK, '<calcPr ', '<calcPr calcMode="manual" '),
  'no calculation on opening': inPart(BOOK, ' fullCalcOnLoad="1"', ''),
  'calculation in rounds': inPart(BOOK, '<calcPr ', '<calcPr iterate="1" '),
  'calculation as shown': inPart(BOOK, '<calcPr ', '<calcPr fullPrecision="0" '),
  'dates from 1904': inPart(BOOK, '<workbookPr ', '<workbookPr date1904="1" '),
  'a sheet protected': inPart(
    SUM,
    '</sheetData>',
    '</sheetData><sheetProtection sheet="1" password="CC1A"/>',
  ),
  'the workbook protected': inPart(BOOK, '<sheets>', '<workbookProtection lockStructure="1"/><sheets>'),
  'a formula for several cells': inPart(SUM, '<f>', '<f t="array" ref="B5:B6">'),
  'a formula that others share': inPart(SUM, '<f>', '<f t="shared" si="0" ref="B5:B6">'),
  'a formula always anew': inPart(SUM, '<f>', '<f ca="1">'),
  'a formula under another': inPart(SUM, /(<c r="B5"[^>]*>)(<f>.*?<\/f>)/, '$1$2<f>1+1</f>'),
  'a formula of the hidden sheet': inPart(HIDDEN, /<f>[^<]*<\/f>/, '<f>WEBSERVICE("https://a.example")</f>'),
  'a value of the hidden sheet': inPart(HIDDEN, /(<c r="C\d+">(?:<f>[^<]*<\/f>)?<v>)[^<]*/, '$17'),
  'a cell more in the hidden sheet': inPart(
    HIDDEN,
    '</row></sheetData>',
    '<c r="H99"><v>1</v></c></row></sheetData>',
  ),
  'a link to another program': all(
    related('externalLink', 'externalLinks/externalLink1.xml'),
    withPart(
      'xl/externalLinks/externalLink1.xml',
      '<externalLink><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>',
    ),
  ),
  macros: all(related('vbaProject', 'vbaProject.bin'), withPart('xl/vbaProject.bin', 'macro')),
  'macros that nothing names': withPart('xl/vbaProject.bin', 'macro'),
  'the type of a file with macros': inPart(
    '[Content_Types].xml',
    'sheet.main+xml',
    'sheet.macroEnabled.main+xml',
  ),
  'a query of the web': all(
    related('connections', 'connections.xml'),
    withPart('xl/connections.xml', '<connections/>'),
  ),
  'a template from the web': related('attachedTemplate', 'https://a.example/x.xltm', true),
  'a button of its own': withPart('customUI/customUI14.xml', '<customUI/>'),
  'an object within': inPart(
    SUM,
    '</worksheet>',
    '<oleObjects><oleObject progId="Package" r:id="rId9"/></oleObjects></worksheet>',
  ),
  'a drawing': inPart(SUM, '</worksheet>', '<drawing r:id="rId9"/></worksheet>'),
  'a control': inPart(
    SUM,
    '</worksheet>',
    '<controls><control shapeId="1" r:id="rId9"/></controls></worksheet>',
  ),
  'an extension': inPart(
    SUM,
    '</worksheet>',
    '<extLst><ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}"/></extLst></worksheet>',
  ),
  'another theme': inPart('xl/theme/theme1.xml', '</a:theme>', '<!-- --></a:theme>'),
  'properties of one’s own': withPart('docProps/custom.xml', '<Properties/>'),
  'a folder more': withPart('extra/readme.txt', 'x'),
  // What programs read differently.
  'a cell twice': inPart(SUM, /(<c r="B5".*?<\/c>)/, '$1$1'),
  'a cell in another row': inPart(SUM, /(<row r="6"[^>]*>)/, '$1<c r="B5"><v>9</v></c>'),
  'a row twice': inPart(SUM, /(<row r="6".*?<\/row>)/, '$1$1'),
  'all cells twice': inPart(SUM, /(<sheetData>.*<\/sheetData>)/, '$1$1'),
  'cells behind those that are read': inPart(SUM, '</worksheet>', '<sheetData/></worksheet>'),
  'a comment in the XML': inPart(SUM, '<sheetData>', '<!-- 숨은 말 --><sheetData>'),
  'an entity of its own': inPart(SUM, '<worksheet', '<!DOCTYPE x [<!ENTITY a "1">]><worksheet'),
  'another encoding': inPart(SUM, 'encoding="UTF-8"', 'encoding="UTF-16"'),
  'an instruction': inPart(SUM, '<sheetData>', '<?mso x?><sheetData>'),
  'an alternative for other programs': inPart(
    SUM,
    /<c r="B5".*?<\/c>/,
    '<mc:AlternateContent><mc:Choice Requires="x14"><c r="B5"><v>1</v></c></mc:Choice></mc:AlternateContent>',
  ),
  'a number with blanks': inPart(SUM, /(<c r="B5".*?<v>)/, '$1 '),
  'a text for a number': inPart(SUM, /(<c r="B5" s="\d+")/, '$1 t="str"'),
  'a date for a number': inPart(SUM, /(<c r="B5" s="\d+")/, '$1 t="d"'),
};

/** Of targets.xlsx of the same plan, which has cell notes on its second sheet. */
export const NOTE_HARMS: Readonly<Record<string, (parts: Parts) => void>> = {
  'another note': inPart('xl/comments2.xml', /(<t[^>]*>)[^<]*/, '$1모두 맞습니다.'),
  'a note of another cell': inPart('xl/comments2.xml', 'ref="C5"', 'ref="B5"'),
  'a note gone': inPart('xl/comments2.xml', /<comment .*<\/comment>/, ''),
  'a box always shown': inPart('xl/drawings/vmlDrawing2.vml', 'visibility:hidden', 'visibility:visible'),
  'a box too small': inPart(
    'xl/drawings/vmlDrawing2.vml',
    /<x:Anchor>[^<]*/,
    '<x:Anchor>3, 6, 3, 14, 3, 20, 3, 20',
  ),
  'a box far away': inPart(
    'xl/drawings/vmlDrawing2.vml',
    /<x:Anchor>[^<]*/,
    '<x:Anchor>300, 6, 300, 14, 400, 3, 400, 14',
  ),
  'a box of another cell': inPart('xl/drawings/vmlDrawing2.vml', '<x:Row>4<', '<x:Row>5<'),
  'a box that is a button': inPart('xl/drawings/vmlDrawing2.vml', 'ObjectType="Note"', 'ObjectType="Button"'),
  'a script behind a box': inPart(
    'xl/drawings/vmlDrawing2.vml',
    '<x:Row>',
    '<x:FmlaMacro>[0]!Start</x:FmlaMacro><x:Row>',
  ),
  'boxes gone': inPart('xl/worksheets/sheet2.xml', /<legacyDrawing[^>]*>/, ''),
};

/** What may be done to a workbook's parts without anybody being told wrong, each with why. */
export const HARMLESS: Readonly<Record<string, readonly [why: string, harm: (parts: Parts) => void]>> = {
  'the range of used cells': [
    'a hint for programs that read in a hurry; all take the cells themselves',
    inPart(SUM, /<dimension ref="[^"]*"/, '<dimension ref="A1"'),
  ],
  'the columns that a row uses': [
    'a hint for programs that read in a hurry; all take the cells themselves',
    inPart(SUM, / spans="[^"]*"/, ''),
  ],
  'how many styles there are': [
    'no program counts on it: it counts what is there',
    inPart(STYLES, /<cellXfs count="\d+"/, '<cellXfs count="1"'),
  ],
};
