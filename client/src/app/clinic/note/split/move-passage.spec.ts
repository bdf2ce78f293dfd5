import { signal } from '@angular/core';
import { provideRouter } from '@angular/router';
import { render, screen } from '@testing-library/angular';
import type { NoteDto } from '../../../../api/types.gen';
import type { Draft } from '../../../core/draft';
import { emptyText, type NoteText } from '../note-text';
import type { Whose } from '../whose';
import { MovePassage } from './move-passage';
import { OwnRecords } from './own-records';

const TEXT = 'Both came. She told me alone of a debt. They left.';
const WORDS = 'She told me alone of a debt.';

/** `room`: the window holds two records side by side. */
async function draw(change: OwnRecords['change'], room = true) {
  vi.stubGlobal('matchMedia', () => ({ matches: room }));
  const beside: string[] = [];
  const text = signal<NoteText>({ ...emptyText('dap'), sections: { data: TEXT, assessment: '', plan: '' } });
  const draft = { text, change: (to: NoteText) => text.set(to), flush: () => Promise.resolve(true) };
  const partners = [
    { clientId: 'm', name: 'Maya', order: 'a' },
    { clientId: 't', name: 'Tom', order: 'b' },
  ];
  const view = await render(MovePassage, {
    inputs: {
      note: { id: 'n', sessionId: 's' } as NoteDto,
      draft: draft as unknown as Draft<NoteText>,
      whose: { partners: signal(partners) } as unknown as Whose,
    },
    on: { beside: (clientId) => beside.push(clientId ?? '') },
    providers: [
      provideRouter([]),
      { provide: OwnRecords, useValue: { draftOf: () => Promise.resolve('own'), change } },
    ],
  });
  const area = document.createElement('textarea');
  area.id = 'section-data';
  area.value = TEXT;
  document.body.append(area);
  area.focus();
  area.setSelectionRange(TEXT.indexOf('She'), TEXT.indexOf(' They'));
  document.dispatchEvent(new Event('selectionchange'));
  await view.fixture.whenStable();
  area.remove();
  const press = async (name: RegExp): Promise<void> => {
    screen.getByRole('button', { name }).click();
    await new Promise((done) => setTimeout(done));
    await view.fixture.whenStable();
  };
  return { press, beside, data: () => text().sections['data'] };
}
afterEach(() => vi.unstubAllGlobals());

it('offers both partners’ records and the private note for the words that are chosen', async () => {
  await draw(() => Promise.resolve(true));
  expect(screen.getByText(`“${WORDS}”`)).toBeTruthy();
  expect(screen.getAllByRole('button').map((button) => button.textContent.trim())).toEqual([
    'To Maya’s own record',
    'To Tom’s own record',
    'To my private note',
  ]);
});

it('cuts the words once the other record has them, and puts them back where they stood', async () => {
  const { press, data } = await draw(() => Promise.resolve(true));
  await press(/^To Maya/);
  expect(data()).toBe('Both came. They left.');
  expect(screen.getByRole('status').textContent).toContain('Moved to Maya’s own record');
  await press(/^Undo the move/);
  expect(data()).toBe(TEXT);
});

it('cuts nothing when the other record could not be saved', async () => {
  const { press, data } = await draw(() => Promise.resolve(false));
  await press(/^To Maya/);
  expect(data()).toBe(TEXT);
  expect(screen.getByRole('alert').textContent).toContain('still here');
});

it('shows the record that the words went into beside the joint one, where there is room for both', async () => {
  const wide = await draw(() => Promise.resolve(true));
  await wide.press(/^To Tom/);
  expect(wide.beside).toEqual(['t']);
  await wide.press(/^Undo the move/);
  expect(wide.beside).toEqual(['t']);
});

it('shows nothing beside it on a narrow window', async () => {
  const narrow = await draw(() => Promise.resolve(true), false);
  await narrow.press(/^To Tom/);
  expect(narrow.beside).toEqual([]);
});
