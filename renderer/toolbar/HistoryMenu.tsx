import { DropdownMenu } from 'radix-ui';
import { useEffect, useRef } from 'react';
import { counted, t } from '#engine/core/text.ts';
import { showHistory } from '../commands/showHistory.ts';
import { useCommandState } from '../commands/useCommandState.ts';
import { stepsOf } from '../documents/history.ts';
import { activeTab, jumpEdits, useDocuments } from '../documents/store.ts';
import { announce } from '../ui/announce.ts';
import { Icon } from '../ui/Icon.tsx';
import { useHistoryMenu } from './historyMenuStore.ts';

/** Steps listed each way; older ones are reached by going to the oldest listed. */
const MOST = 500;

/** Every step of the document, the latest first: choosing one goes back or forward to it. */
export function HistoryMenu() {
  const open = useHistoryMenu((state) => state.open);
  const { blocked } = useCommandState(showHistory);
  const title = t`All steps, to go back or forward to`;
  return (
    <DropdownMenu.Root
      open={open}
      modal={false}
      onOpenChange={(next) =>
        useHistoryMenu.setState(next ? { open: true, before: document.activeElement } : { open: false })
      }
    >
      <DropdownMenu.Trigger asChild disabled={blocked !== null}>
        <button
          type="button"
          className="btn quiet icon history-button"
          data-command={showHistory.id}
          aria-label={title}
          title={blocked ?? title}
          aria-disabled={blocked !== null}
        >
          <Icon name="down" size={12} />
        </button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className="menu history-menu"
          align="end"
          sideOffset={8}
          collisionPadding={8}
          aria-label={t`Steps`}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            const { before } = useHistoryMenu.getState();
            if (before instanceof HTMLElement || before instanceof SVGElement)
              before.focus({ preventScroll: true });
          }}
        >
          <Steps />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function Steps() {
  const tab = useDocuments(activeTab);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector<HTMLElement>('[aria-checked="true"]')?.scrollIntoView({ block: 'nearest' });
  }, []);
  if (tab === null) return null;
  const { past, future } = stepsOf(tab.history);
  const jump = (steps: number): void => {
    if (steps === 0) return;
    jumpEdits(tab.id, steps);
    const count = Math.abs(steps);
    announce(
      steps < 0
        ? counted(count, 'Went back {0} step.', 'Went back {0} steps.')
        : counted(count, 'Went forward {0} step.', 'Went forward {0} steps.'),
    );
  };
  const rows = [
    ...future
      .slice(0, MOST)
      .map((step, index) => ({ step: step.label, by: index + 1 }))
      .toReversed(),
    ...past.slice(0, MOST).map((step, index) => ({ step: step.label, by: -index })),
    ...(past.length < MOST ? [{ step: t`as it was opened`, by: -past.length }] : []),
  ];
  return (
    <div ref={list}>
      <DropdownMenu.RadioGroup value="0">
        {rows.map(({ step, by }) => (
          <DropdownMenu.RadioItem
            key={by}
            value={String(by)}
            className={`menu-item ${by > 0 ? 'undone' : ''}`}
            onSelect={() => jump(by)}
          >
            <span className="history-mark">{by === 0 ? '●' : ''}</span>
            <span className="history-step">{step}</span>
            {by === 0 && <span className="aside-end">{t`now`}</span>}
          </DropdownMenu.RadioItem>
        ))}
      </DropdownMenu.RadioGroup>
    </div>
  );
}
