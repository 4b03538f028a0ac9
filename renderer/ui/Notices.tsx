import { t } from '#engine/core/text.ts';
import { Icon } from './Icon.tsx';
import './notices.css';
import { dismissNotice, useNotices } from './notices.ts';

/** The notices over the canvas. */
export function Notices() {
  const notices = useNotices((state) => state.notices);
  return (
    <div className="notices" aria-live="polite">
      {notices.map(({ id, text, tone }) => (
        <div key={id} className={`notice ${tone}`}>
          {text}
          <button type="button" aria-label={t`Dismiss`} onClick={() => dismissNotice(id)}>
            <Icon name="close" size={12} />
          </button>
        </div>
      ))}
    </div>
  );
}
