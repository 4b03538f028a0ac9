import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { t } from '#engine/core/text.ts';
import { Icon, type IconName } from '../../ui/Icon.tsx';

interface ItemProps {
  readonly icon: IconName;
  readonly label: string;
  readonly disabled?: boolean;
  readonly action: () => void;
}

export function ChartMenuItem({ icon, label, disabled = false, action }: ItemProps) {
  return (
    <DropdownMenu.Item className="menu-item" disabled={disabled} onSelect={action}>
      <Icon name={icon} size={14} />
      {label}
    </DropdownMenu.Item>
  );
}

/** What can be done with a chart. */
export function ChartMenu({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <button type="button" className="btn small quiet icon" aria-label={t`Menu of the chart ${title}`}>
          <Icon name="more" size={14} />
        </button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={2} collisionPadding={8}>
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
