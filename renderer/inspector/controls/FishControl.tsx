import { t } from '#engine/core/text.ts';
import { fishCount, linksOf } from '#engine/document/graph.ts';
import { activeTab, useDocuments } from '../../documents/store.ts';
import { FishGlyph } from '../../ui/FishGlyph.tsx';
import type { ControlProps } from './control.ts';
import { TextControl } from './TextControl.tsx';
import './fishControl.css';

/** The numbers a text such as "1, 3" names, out of `count` fish; null for "all". */
export function chosenFish(text: string): ReadonlySet<number> | null {
  return text.trim() === 'all'
    ? null
    : new Set(
        text
          .split(',')
          .map((part) => Number(part.trim()))
          .filter((number) => number >= 1),
      );
}

/** The text for a choice; choosing every fish, or none, means all. */
export function fishText(chosen: ReadonlySet<number>, count: number): string {
  if (chosen.size === 0 || chosen.size >= count) return 'all';
  return [...chosen].toSorted((a, b) => a - b).join(', ');
}

/** Which fish of the linked school: a glyph for each, lit when it is meant. */
export function FishControl(props: ControlProps) {
  const count = useDocuments((state) => {
    const tab = activeTab(state);
    const selected = tab?.selection.nodes[0];
    if (tab === null || selected === undefined) return 0;
    const reached = linksOf(tab.document).filter(([, link]) => link.from.node === selected);
    return Math.max(
      0,
      ...reached.map(([, link]) => {
        const node = tab.document.nodes[link.to.node];
        return node?.kind === 'fish' ? fishCount(node) : 0;
      }),
    );
  });
  const text = typeof props.value === 'string' ? props.value : 'all';
  if (count < 2 || count > 64) return <TextControl {...props} />;
  const chosen = chosenFish(text);
  return (
    <fieldset className="fish-control" aria-label={props.label}>
      {Array.from({ length: count }, (_, index) => index + 1).map((number) => {
        const isChosen = chosen === null || chosen.has(number);
        return (
          <button
            key={number}
            type="button"
            className={`fish-choice ${isChosen ? 'chosen' : ''}`}
            aria-pressed={isChosen}
            aria-label={t`Fish ${number}`}
            title={t`Fish ${number}`}
            onClick={() => {
              const next = new Set(chosen ?? []);
              if (next.has(number)) next.delete(number);
              else next.add(number);
              props.onChange(fishText(next, count));
              props.onEnd();
            }}
          >
            <FishGlyph width={15} />
          </button>
        );
      })}
    </fieldset>
  );
}
