import type { Locator, Page } from '@playwright/test';

/** The name of the file that comes when this link is followed. */
export async function keptAs(page: Page, link: string, within: Page | Locator = page): Promise<string> {
  const coming = page.waitForEvent('download');
  await within.getByRole('link', { name: link }).click();
  return (await coming).suggestedFilename();
}
