import type { ReactNode } from 'react';
import './layout.css';
import { PANELS, type PanelName, useLayout } from './layoutStore.ts';
import { Separator } from './Separator.tsx';

interface WorkspaceProps {
  readonly header: ReactNode;
  readonly palette: ReactNode;
  readonly canvas: ReactNode;
  readonly inspector: ReactNode;
  readonly runs: ReactNode;
}

function Panel({ name, children }: { name: PanelName; children: ReactNode }) {
  const { size, open } = useLayout((state) => state[name]);
  const axis = name === 'runs' ? 'height' : 'width';
  return (
    <section
      className={`panel ${name} ${open ? '' : 'closed'}`}
      aria-label={PANELS[name].label}
      style={{ [axis]: open ? size : 0 }}
    >
      <Separator panel={name} />
      {open && <div className="panel-content">{children}</div>}
    </section>
  );
}

/** The one window: toolbar, palette | canvas | inspector, and the runs panel under them. */
export function Workspace({ header, palette, canvas, inspector, runs }: WorkspaceProps) {
  return (
    <div className="workspace">
      {header}
      <div className="workspace-middle">
        <Panel name="palette">{palette}</Panel>
        <main className="workspace-canvas">{canvas}</main>
        <Panel name="inspector">{inspector}</Panel>
      </div>
      <Panel name="runs">{runs}</Panel>
    </div>
  );
}
