/** Charts, fish table and the other views of the run shown with the active document. */
export function RunsPanel() {
  return <div className="empty">Press Run to watch the swarm learn here.</div>;
}
