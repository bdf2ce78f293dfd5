import { axe, expect, test } from './journey';

test.describe('an admin', () => {
  test('sees how much everybody carries', async ({ as }) => {
    const page = await as('admin');
    await expect(page).toHaveURL(/\/admin$/);
    await expect(page.getByRole('heading', { level: 1, name: /^Board, / })).toBeVisible();
    await expect(page.getByRole('row', { name: /Dr Ellis/ })).toBeVisible();
    await axe(page);
  });

  test('reads in sentences who did what, and asks for one kind of thing', async ({ as }) => {
    const page = await as('admin');
    await page.getByRole('link', { name: 'Access log' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Access log' })).toBeFocused();
    await expect(page.getByText('Nothing missing.')).toBeVisible();
    await page.getByLabel('What').selectOption('Signed in');
    await expect(page).toHaveURL(/what=signed(%20|\+)in/);
    await expect(page.getByRole('cell', { name: 'Signed in' }).first()).toBeVisible();
    await expect(page.getByRole('cell', { name: /^Opened/ })).toHaveCount(0);
    await page
      .getByRole('button', { name: /^Details/ })
      .first()
      .click();
    await expect(page.getByText('Entry', { exact: true }).first()).toBeVisible();
    await axe(page);
  });

  test('meets no clinical word, and no way to one', async ({ as, troubles }) => {
    troubles.allow(/40[34]/);
    const page = await as('admin');
    const answers: string[] = [];
    page.on('response', (response) => {
      if (response.url().includes('/api/'))
        void response.text().then(
          (text) => answers.push(text),
          () => undefined,
        );
    });
    for (const path of ['/admin', '/admin/people', '/admin/access-log']) {
      await page.goto(path);
      await page.waitForLoadState('networkidle');
    }
    expect(answers.length).toBeGreaterThan(3);
    expect(answers.join('\n')).not.toMatch(/"(sections|answers|score|comment)"/);
    for (const path of ['notes', 'sessions', 'today', 'assignments', 'sign-off']) {
      const answer = await page.context().request.get(`/api/v1/${path}`);
      expect(answer.status(), path).toBe(403);
    }
  });
});
