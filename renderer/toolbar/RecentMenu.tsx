import { DropdownMenu } from 'radix-ui';
import { useEffect, useState } from 'react';
import { t } from '#engine/core/text.ts';
import { openRecent } from '../files/openRecent.ts';
import { forgetRecent, type RecentFile, recentFiles } from '../files/recentFiles.ts';
import { whenText } from '../runs/history/runWords.ts';
import { Icon } from '../ui/Icon.tsx';

/** The files that were open in this browser last. */
export function RecentMenu() {
  const [recent, setRecent] = useState<readonly RecentFile[]>([]);
  useEffect(() => {
    let shown = true;
    void recentFiles().then((found) => shown && setRecent(found));
    return () => {
      shown = false;
    };
  }, []);
  return (
    <DropdownMenu.Sub>
      <DropdownMenu.SubTrigger className="menu-item" data-menu="recent">
        <Icon name="file" size={14} />
        {t`Open recent`}
        <span className="aside-end">
          <Icon name="chevron" size={12} />
        </span>
      </DropdownMenu.SubTrigger>
      <DropdownMenu.Portal>
        <DropdownMenu.SubContent className="menu" sideOffset={4} collisionPadding={8}>
          {recent.length === 0 ? (
            <DropdownMenu.Item className="menu-item" disabled>
              {t`No recent files`}
            </DropdownMenu.Item>
          ) : (
            <>
              {recent.map((one) => (
                <DropdownMenu.Item key={one.key} className="menu-item" onSelect={() => void openRecent(one)}>
                  <span className="clip">{one.name}</span>
                  <span className="aside-end">{whenText(one.at)}</span>
                </DropdownMenu.Item>
              ))}
              <DropdownMenu.Separator className="menu-line" />
              <DropdownMenu.Item className="menu-item" onSelect={() => void forgetRecent(recent)}>
                {t`Clear this list`}
              </DropdownMenu.Item>
            </>
          )}
        </DropdownMenu.SubContent>
      </DropdownMenu.Portal>
    </DropdownMenu.Sub>
  );
}
