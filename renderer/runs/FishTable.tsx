import { DropdownMenu } from 'radix-ui';
import { type KeyboardEvent, useMemo, useState } from 'react';
import type { NodeId, RunId } from '#engine/core/brand.ts';
import { t } from '#engine/core/text.ts';
import { isActive } from '#engine/protocol/activeRun.ts';
import { openFishMenu } from '../canvas/fishMenuStore.ts';
import { select } from '../documents/store.ts';
import { download } from '../files/download.ts';
import { FishMore } from '../inspector/FishMore.tsx';
import { useRun } from '../live/runStore.ts';
import { FishGlyph } from '../ui/FishGlyph.tsx';
import { Icon } from '../ui/Icon.tsx';
import {
  chooseColumns,
  type FishColumn,
  fishColumns,
  fishCsv,
  type TablePlace,
  useChosenColumns,
  usualColumns,
} from './fishColumns.ts';
import { type Column, type FishRow, sortRows } from './fishRows.ts';
import { isLitBy, lightUp, useHighlight } from './highlight.ts';
import { useFishRows } from './useFishRows.ts';
import './fishTable.css';

/** Every fish with its newest figures, `all` of them where there is room; sortable by each column, steady in width while it streams. */
export function FishTable({ runId, all = false }: { readonly runId: RunId; readonly all?: boolean }) {
  const place: TablePlace = all ? 'alone' : 'aside';
  const active = useRun(runId, (run) => isActive(run.state)) ?? false;
  const task = useRun(runId, (run) => run.task);
  const quality = task === 'language-modelling' ? 'perplexity' : 'accuracy';
  const [sort, setSort] = useState<{ column: Column; down: boolean }>({ column: 'name', down: false });
  const unsorted = useFishRows(runId, quality);
  const rows = useMemo(() => sortRows(unsorted, sort.column, sort.down), [unsorted, sort]);
  const every = useMemo(() => fishColumns(quality), [quality]);
  const chosen = useChosenColumns((state) => state[place]);
  // As text, so that a stream of figures does not make the columns anew.
  const ids = (chosen ?? usualColumns(unsorted, place)).join(' ');
  const columns = useMemo(() => {
    const wanted = new Set(ids.split(' '));
    return every.filter(({ id }) => id === 'name' || wanted.has(id));
  }, [every, ids]);
  const withMore = all && active;
  return (
    <section className={`fish-table ${all ? 'all' : ''}`} aria-label={all ? t`All about the fish` : t`Fish`}>
      <table className="figures">
        <thead>
          <tr>
            {columns.map(({ id, label, short, help }) => (
              <th
                key={id}
                scope="col"
                title={help === '' ? label : `${label}: ${help}`}
                aria-sort={sort.column !== id ? 'none' : sort.down ? 'descending' : 'ascending'}
              >
                <button
                  type="button"
                  onClick={() => setSort({ column: id, down: sort.column === id && !sort.down })}
                >
                  {all ? label : short}
                  <span aria-hidden="true">{sort.column === id ? (sort.down ? ' ↓' : ' ↑') : ''}</span>
                </button>
              </th>
            ))}
            <th className="fish-table-menu">
              <TableMenu
                columns={every}
                shown={columns}
                place={place}
                save={() => download(`${runId}-fish.csv`, fishCsv(columns, rows), 'text/csv')}
              />
            </th>
          </tr>
        </thead>
        <tbody onKeyDown={moveByArrows}>
          {rows.map((row) => (
            <Row key={row.id} row={row} columns={columns} runId={runId} active={active} withMore={withMore} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface RowProps {
  readonly row: FishRow;
  readonly columns: readonly FishColumn[];
  readonly runId: RunId;
  readonly active: boolean;
  readonly withMore: boolean;
}

function Row({ row, columns, runId, active, withMore }: RowProps) {
  const lit = useHighlight(({ fish }) => isLitBy(row.id, fish));
  const { id: fish, nodeId, name } = row;
  return (
    <tr
      className={lit ? 'lit' : ''}
      data-fish-row={fish}
      onPointerEnter={() => lightUp(fish)}
      onPointerLeave={() => lightUp(null)}
      onContextMenu={(event) => {
        event.preventDefault();
        if (active) openFishMenu({ runId, fish, x: event.clientX, y: event.clientY });
      }}
    >
      {columns.map(({ id, text }) => {
        if (id === 'name')
          return (
            <td key={id}>
              <button
                type="button"
                className={`fish-name ${row.look}`}
                title={t`Select ${name} on the canvas`}
                onFocus={() => lightUp(fish)}
                onBlur={() => lightUp(null)}
                // Ids of a run's nodes come from its document.
                onClick={() => select({ nodes: [nodeId as NodeId], links: [] })}
              >
                <FishGlyph /> {name}
              </button>
            </td>
          );
        if (id === 'state')
          return (
            <td key={id}>
              <span className={`pill ${row.tone}`}>{row.state}</span>
            </td>
          );
        return <td key={id}>{text(row)}</td>;
      })}
      <td className="run-actions">{withMore && <FishMore runId={runId} fish={fish} name={name} />}</td>
    </tr>
  );
}

interface TableMenuProps {
  readonly columns: readonly FishColumn[];
  readonly shown: readonly FishColumn[];
  readonly place: TablePlace;
  readonly save: () => void;
}

/** Which columns there are, and the table as a file. */
function TableMenu({ columns, shown, place, save }: TableMenuProps) {
  const ids = shown.map(({ id }) => id);
  const toggle = (id: Column): void =>
    chooseColumns(place, ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]);
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <button type="button" className="btn small quiet icon" aria-label={t`Columns of the table`}>
          <Icon name="more" size={14} />
        </button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" collisionPadding={8}>
          <DropdownMenu.Label className="menu-title">{t`Columns`}</DropdownMenu.Label>
          {columns
            .filter(({ id }) => id !== 'name')
            .map(({ id, label }) => (
              <DropdownMenu.CheckboxItem
                key={id}
                className="menu-item"
                checked={ids.includes(id)}
                onCheckedChange={() => toggle(id)}
                onSelect={(event) => event.preventDefault()}
              >
                <span className="menu-gap">
                  <DropdownMenu.ItemIndicator>
                    <Icon name="check" size={14} />
                  </DropdownMenu.ItemIndicator>
                </span>
                {label}
              </DropdownMenu.CheckboxItem>
            ))}
          <DropdownMenu.Separator className="menu-line" />
          <DropdownMenu.Item className="menu-item" onSelect={() => chooseColumns(place, null)}>
            <Icon name="undo" size={14} />
            {t`The usual columns`}
          </DropdownMenu.Item>
          <DropdownMenu.Item className="menu-item" onSelect={save}>
            <Icon name="save" size={14} />
            {t`Save as CSV`}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

/** Up and down go from fish to fish; the menu key and Shift+F10 open the menu of the one that has the focus. */
function moveByArrows(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const names = [...event.currentTarget.querySelectorAll<HTMLElement>('.fish-name')];
  const at = document.activeElement instanceof HTMLElement ? names.indexOf(document.activeElement) : -1;
  const next = names[at + step];
  if (at === -1 || next === undefined) return;
  event.preventDefault();
  next.focus();
}
