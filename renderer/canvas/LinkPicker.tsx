import { Command } from 'cmdk';
import { useState } from 'react';
import type { NodeId } from '#engine/core/brand.ts';
import { counted, t } from '#engine/core/text.ts';
import { connectPorts } from '../documents/graphEdits.ts';
import { useActiveDocument } from '../documents/store.ts';
import { FloatingBox } from '../ui/FloatingBox.tsx';
import { searchTexts } from '../ui/searchTexts.ts';
import { canvasCentre, openQuickAdd, type PortEnd, useCanvas } from './canvasStore.ts';
import { focusNode } from './focusItem.ts';
import { KindGlyph } from './KindGlyph.tsx';
import { likelyTargets, type PortChoice, startsOf, targetsOf } from './linkChoices.ts';
import { closeLinkPicker, openLinkPicker, useLinkPicker } from './linkPickerStore.ts';
import { nodeTitle, portColour } from './ports.ts';
import '../ui/commandList.css';

const WIDTH = 320;
const HEIGHT = 360;
/** More choices than this are found by typing. */
const MOST = 60;

const noNode = '' as NodeId; // the id of none

/** Draws a link by the keyboard: the port it starts at, then where it ends. */
export function LinkPicker() {
  const open = useLinkPicker((state) => state.open);
  const isThere = useActiveDocument()?.nodes[open?.node ?? noNode] !== undefined;
  const isQuickAdd = useCanvas((state) => state.quickAdd !== null);
  if (open === null || !isThere || isQuickAdd) return null;
  return open.port === null ? (
    <StartList key={`start ${open.node}`} node={open.node} />
  ) : (
    <TargetList key={`target ${open.port.node} ${open.port.port}`} from={open.port} />
  );
}

function StartList({ node }: { node: NodeId }) {
  const document = useActiveDocument();
  const choices = document === null ? [] : startsOf(document, node);
  const name = nodeName(document?.nodes[node]);
  return (
    <PortList
      label={t`Link ${name}: from which port?`}
      placeholder={t`From which port of ${name}?`}
      node={node}
      choices={choices}
      onChoose={({ end }) => openLinkPicker(node, end)}
      onBack={closeLinkPicker}
    />
  );
}

function TargetList({ from }: { from: PortEnd }) {
  const document = useActiveDocument();
  const choices = document === null ? [] : targetsOf(document, from);
  const own =
    document === null ? undefined : startsOf(document, from.node).find(({ end }) => isSame(end, from));
  const name = nodeName(document?.nodes[from.node]);
  const port = own?.spec.label ?? from.port;
  return (
    <PortList
      label={t`Link ${port} of ${name}: to which port?`}
      placeholder={from.direction === 'out' ? t`${port} of ${name} to…` : t`${port} of ${name} from…`}
      node={from.node}
      choices={choices}
      likely={likelyTargets(choices, own?.spec)}
      onChoose={({ end }) => {
        closeLinkPicker();
        connectPorts(from, end);
        focusNode(from.node);
      }}
      onBack={() => openLinkPicker(from.node, null)}
      onNew={() => {
        closeLinkPicker();
        const place = placeBeside(from);
        openQuickAdd({ ...place, fit: from });
      }}
    />
  );
}

const isSame = (a: PortEnd, b: PortEnd): boolean =>
  a.node === b.node && a.port === b.port && a.direction === b.direction;

const nodeName = (node: Parameters<typeof nodeTitle>[0] | undefined): string =>
  node === undefined ? '' : nodeTitle(node);

/** Where a new node linked with this port goes. */
function placeBeside({ node, direction }: PortEnd) {
  const { flow } = useCanvas.getState();
  const own = flow?.getInternalNode(node);
  if (flow === null || own === undefined) return canvasCentre();
  const { x, y } = own.internals.positionAbsolute;
  const at = { x: x + (direction === 'out' ? 380 : -180), y: y + 40 };
  return { flow: at, screen: flow.flowToScreenPosition(at) };
}

interface PortListProps {
  readonly label: string;
  readonly placeholder: string;
  readonly node: NodeId;
  readonly choices: readonly PortChoice[];
  /** Those shown before anything is typed; all where absent. */
  readonly likely?: readonly PortChoice[];
  readonly onChoose: (choice: PortChoice) => void;
  readonly onBack: () => void;
  readonly onNew?: () => void;
}

function PortList({
  label,
  placeholder,
  node,
  choices,
  likely = choices,
  onChoose,
  onBack,
  onNew,
}: PortListProps) {
  const document = useActiveDocument();
  const [text, setText] = useState('');
  const found = searchTexts(text.trim() === '' ? likely : choices, text, ({ title, spec, end }) => [
    title,
    spec.type,
    document?.nodes[end.node]?.kind ?? '',
  ]);
  const shown = found.slice(0, MOST);
  const fits = choices.filter(({ reason }) => reason === null).length;
  return (
    <FloatingBox label={label} at={placeOf(node)} width={WIDTH} height={HEIGHT} onClose={closeLinkPicker}>
      <Command
        shouldFilter={false}
        label={label}
        loop
        onKeyDown={(event) => {
          if (event.key !== 'Backspace' || text !== '') return;
          event.preventDefault();
          onBack();
        }}
      >
        <Command.Input autoFocus value={text} onValueChange={setText} placeholder={placeholder} />
        <Command.List>
          <Command.Empty>
            {choices.length === 0 ? t`There is nothing to link.` : t`No port is called “${text}”.`}
          </Command.Empty>
          {shown.map((choice) => (
            <PortRow
              key={`${choice.end.node}/${choice.end.direction}/${choice.end.port}`}
              choice={choice}
              onChoose={onChoose}
            />
          ))}
          {onNew !== undefined && (
            <Command.Item value="new node" onSelect={onNew}>
              <b>+</b>
              <span className="command-text">{t`A new node that fits…`}</span>
            </Command.Item>
          )}
        </Command.List>
        <p className="floating-note">
          {found.length > MOST
            ? t`${found.length - MOST} more: type to find them.`
            : fits === 0
              ? t`No port fits.`
              : counted(fits, '{0} port fits.', '{0} ports fit.')}{' '}
          {t`Enter chooses, Backspace goes back, Escape ends.`}
        </p>
      </Command>
    </FloatingBox>
  );
}

function PortRow({ choice, onChoose }: { choice: PortChoice; onChoose: (choice: PortChoice) => void }) {
  const document = useActiveDocument();
  const { end, spec, title, reason } = choice;
  const way = spec.direction === 'in' ? t`in` : t`out`;
  return (
    <Command.Item
      value={`${end.node}/${end.direction}/${end.port}`}
      disabled={reason !== null}
      className={reason === null ? '' : 'wrapped'}
      data-choice={`${end.node}/${end.port}`}
      onSelect={() => onChoose(choice)}
    >
      <KindGlyph kind={document?.nodes[end.node]?.kind ?? ''} width={16} />
      <span className="command-text">
        <b>{title}</b>
        <small>{reason ?? spec.help}</small>
      </span>
      <span className="port-type">
        <i style={{ background: portColour(spec.type) }} />
        {spec.type} · {way}
      </span>
    </Command.Item>
  );
}

/** Beside the node, in the window. */
function placeOf(node: NodeId): { x: number; y: number } {
  const { flow } = useCanvas.getState();
  const own = flow?.getInternalNode(node);
  if (flow === null || own === undefined) return canvasCentre().screen;
  const { x, y } = own.internals.positionAbsolute;
  return flow.flowToScreenPosition({ x: x + (own.measured.width ?? 196) + 16, y });
}
