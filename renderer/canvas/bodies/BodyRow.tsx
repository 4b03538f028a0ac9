import type { ReactNode } from 'react';

/** A line of a node's body: what, and its value. */
export function BodyRow({
  label,
  title,
  children,
}: {
  label: ReactNode;
  title?: string;
  children: ReactNode;
}) {
  return (
    <div className="row" title={title}>
      <span className="clip">{label}</span>
      <span className="num">{children}</span>
    </div>
  );
}
