import { cameFrom } from './came-from';

const NOTE = '/notes/01890000-0000-7000-8000-000000000001';

it('leads back to the note or the sessions it was opened from, and to nowhere else', () => {
  expect(cameFrom(NOTE, 'c')).toEqual({ link: NOTE, params: {}, words: 'Back to the note' });
  expect(cameFrom('/calendar', 'c')).toMatchObject({ link: '/calendar', params: {} });
  expect(cameFrom('/calendar?day=2031-03-05&view=day', 'c')).toMatchObject({
    ...{ link: '/calendar', params: { day: '2031-03-05', view: 'day' } },
  });
  for (const from of [
    undefined,
    '//elsewhere.example',
    'https://elsewhere.example',
    `${NOTE}/../../admin`,
    '/calendar/../admin',
  ])
    expect(cameFrom(from, 'c').link).toBe('/clients/c/scales');
});
