import type { Page } from '@playwright/test';

/** From now on remembers every error the page throws and all its content policy refuses; the result fails on them. */
export function watchErrors(page: Page): () => void {
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  page.on('console', (message) => {
    if (/content.security.policy/i.test(message.text())) errors.push(new Error(message.text()));
  });
  return () => {
    if (errors.length > 0)
      throw new AggregateError(errors, `The page threw: ${errors.map((e) => e.message).join('; ')}`);
  };
}
