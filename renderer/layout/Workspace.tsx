import type { ReactNode } from 'react';
import './layout.css';
import { type PanelName, useLayout } from './layoutStore.ts';
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
  if (!open) return null;
  return (
    <section className={`panel ${name}`} aria-label={name} style={{ [axis]: size }}>
      {children}
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
        <Separator panel="palette" />
        <main className="workspace-canvas">{canvas}</main>
        <Separator panel="inspector" />
        <Panel name="inspector">{inspector}</Panel>
      </div>
      <Separator panel="runs" />
      <Panel name="runs">{runs}</Panel>
    </div>
  );
}
