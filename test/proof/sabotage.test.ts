// The bundled plan's finished files, sabotaged: one build serves both.
import './sabotage-pdf.ts';
import './sabotage-xlsx.ts';
