import type { ReactNode } from 'react';

/** A line of a node's body: what, and its value. Words that find no room are cut before what they are about is. */
export function BodyRow({
  label,
  title,
  children,
}: {
  label: ReactNode;
  title?: string;
  children: ReactNode;
}) {
  const isWords = typeof children === 'string' && !/\d/.test(children);
  const whole = isWords && typeof label === 'string' ? `${label} ${children}` : undefined;
  return (
    <div className={`row ${isWords ? 'words' : ''}`} title={title ?? whole}>
      <span className="clip">{label}</span>
      <span className="num">{children}</span>
    </div>
  );
}
