import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import './empty.css';

interface EmptyProps {
  readonly icon: IconName;
  readonly title: string;
  /** What will be here, and what to do for it. */
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

/** The state of a panel that has nothing to show yet. */
export function Empty({ icon, title, children, action }: EmptyProps) {
  return (
    <div className="empty">
      <Icon name={icon} size={22} />
      <h3>{title}</h3>
      <p>{children}</p>
      {action}
    </div>
  );
}
