import { Dialog as Primitive } from 'radix-ui';
import { type ReactNode, useRef, useState } from 'react';
import { t } from '#engine/core/text.ts';
import { focusCanvas, isFocusInDialog } from '../canvas/focusItem.ts';
import { closeDialog } from '../dialogs/dialogs.ts';
import { Icon } from './Icon.tsx';
import './dialog.css';

interface DialogProps {
  readonly title: string;
  readonly description?: string;
  /** `large` fills most of the window, `full` all but a margin. */
  readonly size?: 'small' | 'medium' | 'wide' | 'gallery' | 'large' | 'full' | 'palette';
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
  const content = useRef<HTMLDivElement>(null);
  // Read while it is first drawn: a part of it may take the focus before the primitive looks.
  const [before] = useState(() => document.activeElement);
  return (
    <Primitive.Root open onOpenChange={(open) => !open && onClose()}>
      <Primitive.Portal>
        {/* Not Primitive.Overlay: it adds a <style> element, which the content policy forbids. */}
        <div className="dialog-veil" />
        <Primitive.Content
          ref={content}
          className={`dialog ${size}`}
          onOpenAutoFocus={(event) => {
            // A part that took the focus keeps it; else the dialogue itself has it, not its close button.
            event.preventDefault();
            if (content.current?.contains(document.activeElement) === true) return;
            (content.current?.querySelector<HTMLElement>('[data-autofocus]') ?? content.current)?.focus();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (isFocusInDialog()) return;
            const canTake = before instanceof HTMLElement || before instanceof SVGElement;
            // What opened it may be gone, such as the item of a menu.
            if (canTake && before !== document.body && before.isConnected)
              before.focus({ preventScroll: true });
            else focusCanvas();
          }}
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
              <Primitive.Close className="btn quiet icon" aria-label={t`Close`}>
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
