// The notes of cells and their boxes -> all that this program writes in them.
import { Grammar } from './grammar.ts';
import { MAIN } from './namespaces.ts';
import { ANY, CELL, WHOLE } from './value-patterns.ts';

export const COMMENTS = new Grammar({
  comments: [{ xmlns: MAIN }, 'authors commentList'],
  authors: [{}, 'author'],
  author: [{}, /^Author$/],
  commentList: [{}, 'comment+'],
  comment: [{ ref: CELL, authorId: '0' }, 'text'],
  text: [{}, 'r'],
  r: [{}, 't'],
  t: [{ 'xml:space?': 'preserve' }, ANY],
});

const OFFICE = 'urn:schemas-microsoft-com';
const STYLE =
  /^position:absolute; margin-left:105\.3pt;margin-top:10\.5pt;width:\d{1,4}pt;height:\d{1,6}pt;z-index:1;visibility:hidden$/;

/** The boxes of notes, which show when somebody points at the cell (ECMA-376 part 4, VML). */
export const NOTE_BOXES = new Grammar({
  xml: [
    { 'xmlns:v': `${OFFICE}:vml`, 'xmlns:o': `${OFFICE}:office:office`, 'xmlns:x': `${OFFICE}:office:excel` },
    'o:shapelayout v:shapetype v:shape+',
  ],
  'o:shapelayout': [{ 'v:ext': 'edit' }, 'o:idmap'],
  'o:idmap': [{ 'v:ext': 'edit', data: WHOLE }],
  'v:shapetype': [
    { id: '_x0000_t202', coordsize: '21600,21600', 'o:spt': '202', path: 'm,l,21600r21600,l21600,xe' },
    'v:stroke v:path',
  ],
  'v:stroke': [{ joinstyle: 'miter' }],
  'v:shapetype/v:path': [{ gradientshapeok: 't', 'o:connecttype': 'rect' }],
  'v:shape': [
    {
      id: /^_x0000_s\d{1,6}$/,
      type: '#_x0000_t202',
      style: STYLE,
      fillcolor: 'infoBackground [80]',
      strokecolor: 'none [81]',
      'o:insetmode': 'auto',
    },
    'v:fill v:shadow v:path v:textbox x:ClientData',
  ],
  'v:fill': [{ color2: 'infoBackground [80]' }],
  'v:shadow': [{ color: 'none [81]', obscured: 't' }],
  'v:path': [{ 'o:connecttype': 'none' }],
  'v:textbox': [{ style: 'mso-direction-alt:auto', inset: '1.3mm,1.3mm,2.5mm,2.5mm' }, 'div'],
  div: [{ style: 'text-align:left' }],
  'x:ClientData': [
    { ObjectType: 'Note' },
    'x:MoveWithCells x:SizeWithCells x:Anchor x:Locked x:AutoFill x:LockText x:Row x:Column',
  ],
  'x:MoveWithCells': [{}],
  'x:SizeWithCells': [{}],
  'x:Anchor': [{}, /^\d{1,7}(?:, \d{1,7}){7}$/],
  'x:Locked': [{}, /^True$/],
  'x:AutoFill': [{}, /^False$/],
  'x:LockText': [{}, /^True$/],
  'x:Row': [{}, WHOLE],
  'x:Column': [{}, WHOLE],
});
