import { ReactFlowProvider } from '@xyflow/react';
import { Tooltip } from 'radix-ui';
import { useEffect } from 'react';
import { t } from '#engine/core/text.ts';
import { Canvas } from './canvas/Canvas.tsx';
import { CanvasMenu } from './canvas/CanvasMenu.tsx';
import { CostStrip } from './canvas/CostStrip.tsx';
import { FishMenu } from './canvas/FishMenu.tsx';
import { Breadcrumb } from './canvas/groups/Breadcrumb.tsx';
import { LinkPicker } from './canvas/LinkPicker.tsx';
import { LiveChangesBar } from './canvas/LiveChangesBar.tsx';

import { PortTip } from './canvas/PortTip.tsx';
import { QuickAdd } from './canvas/QuickAdd.tsx';
import { CommandButton } from './commands/CommandButton.tsx';
import { newDocument } from './commands/newDocument.ts';
import { openGallery } from './commands/openGallery.ts';
import { DialogHost } from './dialogs/DialogHost.tsx';
import { useDocuments } from './documents/store.ts';
import { useShownRun } from './documents/useShown.ts';
import { DropOverlay } from './files/DropOverlay.tsx';
import { Inspector } from './inspector/Inspector.tsx';
import { Workspace } from './layout/Workspace.tsx';
import { followRun } from './live/followRun.ts';
import { Palette } from './palette/Palette.tsx';
import { RunsPanel } from './runs/RunsPanel.tsx';
import { ConnectionBanner } from './toolbar/ConnectionBanner.tsx';
import { Toolbar } from './toolbar/Toolbar.tsx';
import { LiveRegion } from './ui/LiveRegion.tsx';
import { Notices } from './ui/Notices.tsx';

/** Follows the run of the shown tab; the others catch up when they are shown. */
function useFollowActiveRun(): void {
  const runId = useShownRun();
  useEffect(() => (runId === null ? undefined : followRun(runId)), [runId]);
}

function CanvasArea() {
  const tabId = useDocuments((state) => state.activeId);
  if (tabId === null) {
    return (
      <div className="empty">
        <p>{t`No swarm is open.`}</p>
        <div className="empty-canvas-actions">
          <CommandButton command={openGallery} look="primary" />
          <CommandButton command={newDocument} />
        </div>
      </div>
    );
  }
  return (
    <>
      <CanvasMenu>
        <ReactFlowProvider key={tabId}>
          <Canvas tabId={tabId} />
        </ReactFlowProvider>
      </CanvasMenu>
      <CostStrip />
    </>
  );
}

export function App() {
  useFollowActiveRun();
  return (
    <Tooltip.Provider delayDuration={350}>
      <Workspace
        header={
          <>
            <Toolbar />
            <ConnectionBanner />
          </>
        }
        palette={<Palette />}
        canvas={
          <>
            <CanvasArea />
            <div className="canvas-top">
              <Breadcrumb />
              <LiveChangesBar />
              <Notices run={useShownRun()} />
            </div>
          </>
        }
        inspector={<Inspector />}
        runs={<RunsPanel />}
      />
      <QuickAdd />
      <LinkPicker />
      <FishMenu />
      <PortTip />
      <DialogHost />
      <DropOverlay />
      <LiveRegion />
    </Tooltip.Provider>
  );
}
