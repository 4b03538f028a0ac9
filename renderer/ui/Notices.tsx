import { t } from '#engine/core/text.ts';
import { Icon } from './Icon.tsx';
import './notices.css';
import { dismissNotice, type Notice, noticeKey, readNotice, useNotices } from './notices.ts';

/** The notices over the canvas, of what is done here and of the run that is shown: the newest, for each takes room of the swarm. */
export function Notices({ run }: { readonly run: string | null }) {
  const all = useNotices((state) => state.notices);
  const notices = all.filter(({ about }) => about === null || about === run);
  return (
    <div className="notices" aria-live="polite">
      {notices.map((notice, at) => (
        <OneNotice
          key={noticeKey(notice)}
          notice={notice}
          isShown={at === notices.length - 1}
          hasMore={at > 0}
        />
      ))}
    </div>
  );
}

interface OneNoticeProps {
  readonly notice: Notice;
  readonly isShown: boolean;
  /** Whether others come when it goes. */
  readonly hasMore: boolean;
}

function OneNotice({ notice, isShown, hasMore }: OneNoticeProps) {
  const { id, text, list, tone } = notice;
  return (
    <div className={`notice ${tone} ${hasMore ? 'stacked' : ''}`} hidden={!isShown}>
      {list.length === 0 ? (
        <span className="notice-text" title={text}>
          {text}
        </span>
      ) : (
        <details onToggle={({ currentTarget }) => readNotice(noticeKey(notice), currentTarget.open)}>
          <summary className="notice-text" title={text}>
            {text}
          </summary>
          <ul>
            {list.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines are only added at the end
              <li key={index}>{line}</li>
            ))}
          </ul>
        </details>
      )}
      <button type="button" aria-label={t`Dismiss`} onClick={() => dismissNotice(id)}>
        <Icon name="close" size={12} />
      </button>
    </div>
  );
}
