import type { ReactNode } from 'react';
import { t } from '#engine/core/text.ts';
import { execute } from '../commands/execute.ts';
import { toggleInspector } from '../commands/toggleInspector.ts';
import { togglePalette } from '../commands/togglePalette.ts';
import { toggleRuns } from '../commands/toggleRuns.ts';
import './layout.css';
import { PANELS, type PanelName, useLayout, usePanelOpen, useSmallWindow } from './layoutStore.ts';
import { Separator } from './Separator.tsx';

interface WorkspaceProps {
  readonly header: ReactNode;
  readonly palette: ReactNode;
  readonly canvas: ReactNode;
  readonly inspector: ReactNode;
  readonly runs: ReactNode;
}

function Panel({ name, children }: { name: PanelName; children: ReactNode }) {
  const size = useLayout((state) => state[name].size);
  const open = usePanelOpen(name);
  const axis = name === 'runs' ? 'height' : 'width';
  return (
    <section
      className={`panel ${name} ${open ? '' : 'closed'}`}
      aria-label={PANELS[name].label}
      style={{ [axis]: open ? size : 0 }}
    >
      <Separator panel={name} />
      {open && (
        <div className="panel-content">
          <h2 className="visually-hidden">{PANELS[name].label}</h2>
          {children}
        </div>
      )}
    </section>
  );
}

const BAR = [
  ['palette', togglePalette],
  ['inspector', toggleInspector],
  ['runs', toggleRuns],
] as const;

/** The way to the panels where there is no room for them beside the canvas. */
function PanelBar() {
  const over = useSmallWindow((state) => state.over);
  return (
    <nav className="panel-bar" aria-label={t`Panels`}>
      {BAR.map(([name, command]) => (
        <button
          key={name}
          type="button"
          className={`btn quiet ${over === name ? 'on' : ''}`}
          aria-pressed={over === name}
          onClick={() => void execute(command)}
        >
          {PANELS[name].label}
        </button>
      ))}
    </nav>
  );
}

/** The one window: toolbar, palette | canvas | inspector, and the runs panel under them. */
export function Workspace({ header, palette, canvas, inspector, runs }: WorkspaceProps) {
  const small = useSmallWindow((state) => state.small);
  return (
    <div className={`workspace ${small ? 'small' : ''}`}>
      {header}
      <div className="workspace-middle">
        <Panel name="palette">{palette}</Panel>
        <main className="workspace-canvas">{canvas}</main>
        <Panel name="inspector">{inspector}</Panel>
      </div>
      <Panel name="runs">{runs}</Panel>
      {small && <PanelBar />}
    </div>
  );
}
