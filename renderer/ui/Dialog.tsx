import { Dialog as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { closeDialog } from '../dialogs/dialogs.ts';
import { Icon } from './Icon.tsx';
import './dialog.css';

interface DialogProps {
  readonly title: string;
  readonly description?: string;
  /** `large` fills most of the window. */
  readonly size?: 'small' | 'medium' | 'wide' | 'large' | 'palette';
  readonly footer?: ReactNode;
  readonly children: ReactNode;
  readonly onClose?: () => void;
}

/** A dialogue over the window, with title, close button, Escape and a focus trap. Mount it to open it. */
export function Dialog({
  title,
  description,
  size = 'medium',
  footer,
  children,
  onClose = closeDialog,
}: DialogProps) {
  return (
    <Primitive.Root open onOpenChange={(open) => !open && onClose()}>
      <Primitive.Portal>
        {/* Not Primitive.Overlay: it adds a <style> element, which the content policy forbids. */}
        <div className="dialog-veil" />
        <Primitive.Content
          className={`dialog ${size}`}
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
        >
          <header className={size === 'palette' ? 'visually-hidden' : 'dialog-header'}>
            <div>
              <Primitive.Title className="dialog-title">{title}</Primitive.Title>
              {description !== undefined && (
                <Primitive.Description className="dialog-description">{description}</Primitive.Description>
              )}
            </div>
            {size !== 'palette' && (
              <Primitive.Close className="btn quiet icon" aria-label="Close">
                <Icon name="close" />
              </Primitive.Close>
            )}
          </header>
          <div className="dialog-body">{children}</div>
          {footer !== undefined && <footer className="dialog-footer">{footer}</footer>}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
