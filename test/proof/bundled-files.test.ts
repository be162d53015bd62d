// The bundled plan's finished files: what is told of them, whole and sabotaged; one build serves all.
import './figures-list.ts';
import './sabotage-pdf.ts';
import './sabotage-xlsx.ts';
