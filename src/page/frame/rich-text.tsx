// A help text (paragraphs, `- ` lists, `1. ` lists and **words**) -> elements.
import type { JSX } from 'preact';

export function RichText({ text }: { readonly text: string }): JSX.Element {
  const blocks = text.trim().split('\n\n');
  return (
    <div class="rich">
      {blocks.map((block) => (
        <Block key={block} lines={block.split('\n')} />
      ))}
    </div>
  );
}

function Block({ lines }: { readonly lines: readonly string[] }): JSX.Element {
  const isList = lines.every((line) => line.startsWith('- '));
  const isSteps = lines.every((line, index) => line.startsWith(`${index + 1}. `));
  if (!isList && !isSteps) return <p>{strong(lines.join(' '))}</p>;
  const items = lines.map((line) => <li key={line}>{strong(line.slice(line.indexOf(' ') + 1))}</li>);
  return isSteps ? <ol>{items}</ol> : <ul>{items}</ul>;
}

function strong(text: string): readonly (string | JSX.Element)[] {
  return text.split('**').map((part, index) => (index % 2 === 1 ? <b key={part}>{part}</b> : part));
}
