import { LiveAnnouncer } from '@angular/cdk/a11y';
import { render, screen } from '@testing-library/angular';
import type { SaveState } from './save-state';
import { StatusLine } from './status-line';

const saved = (at: string): SaveState => ({ kind: 'saved', at });

async function draw(state: SaveState, inputs: { staff?: boolean; reader?: string } = { reader: 'Dr Ellis' }) {
  const spoken: string[] = [];
  const view = await render(StatusLine, {
    inputs: { state, zone: 'UTC', ...inputs },
    providers: [{ provide: LiveAnnouncer, useValue: { announce: (words: string) => spoken.push(words) } }],
  });
  const go = async (next: SaveState) => {
    view.fixture.componentRef.setInput('state', next);
    await view.fixture.whenStable();
  };
  const shown = () => view.fixture.nativeElement.textContent.trim();
  return { view, spoken, go, shown };
}

afterEach(() => vi.useRealTimers());

it('tells a client when it was saved and that nobody reads it yet', async () => {
  const { shown } = await draw(saved('2026-10-14T23:41:00Z'));
  expect(shown()).toBe('Saved at 23:41. Dr Ellis can’t read this until you send it.');
});

it('tells a therapist that a saved draft is not signed', async () => {
  const { shown } = await draw(saved('2026-10-14T09:52:00Z'), { staff: true });
  expect(shown()).toBe('Draft saved 09:52 · not signed');
});

it('speaks the first save of a page, keeps silent about later ones, and speaks again after trouble', async () => {
  const { spoken, go } = await draw({ kind: 'idle' });
  await go(saved('2026-10-14T23:41:00Z'));
  await go({ kind: 'sending' });
  await go(saved('2026-10-14T23:42:00Z'));
  expect(spoken).toHaveLength(1);
  await go({ kind: 'local' });
  await go({ kind: 'sending' });
  await go(saved('2026-10-14T23:44:00Z'));
  expect(spoken.slice(1)).toEqual([
    'Saved on this phone only. It will go up when you’re back online.',
    'Saved at 23:44. Dr Ellis can’t read this until you send it.',
  ]);
});

it('says Saving only when the wait is long enough to notice', async () => {
  const { view, shown } = await draw(saved('2026-10-14T23:41:00Z'));
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  view.fixture.componentRef.setInput('state', { kind: 'sending' });
  view.fixture.detectChanges();
  expect(shown()).toContain('Saved at 23:41');
  vi.advanceTimersByTime(401);
  view.fixture.detectChanges();
  expect(shown()).toBe('Saving…');
});

it('offers the way on with every trouble', async () => {
  const { go } = await draw({ kind: 'failed' });
  expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
  await go({ kind: 'changed-elsewhere', at: '2026-10-14T22:10:00Z' });
  expect(screen.getByText('Changed on another device at 22:10.')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'See both' })).toBeTruthy();
  await go({ kind: 'signed-out' });
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Sign in to go on' }));
});
