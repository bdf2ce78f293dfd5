import { draftEnds, wait } from '../../testing/draft-ends';

describe('a draft that was changed elsewhere', () => {
  const { disk, server, tab } = draftEnds();

  it('keeps both texts when somebody else saved first, goes on keeping what is typed, and sends only what was chosen', async () => {
    const draft = tab('a');
    server.text = 'theirs';
    server.version = 5;
    draft.change('mine');
    await wait(1_500);
    await server.last.arrive();
    expect(draft.phase()).toBe('conflict');
    draft.change('mine, longer');
    await wait(30_000);
    expect(server.calls).toHaveLength(1);
    expect(disk.texts).toEqual(['mine, longer']);
    expect(draft.conflict()).toEqual({ mine: 'mine, longer', theirs: 'theirs', from: 'server' });
    draft.settle('mine, longer, and theirs');
    await wait(0);
    expect(server.last).toMatchObject({ text: 'mine, longer, and theirs', version: 5 });
    await server.last.arrive();
    expect(draft.phase()).toBe('saved');
  });

  it('takes theirs without sending anything', async () => {
    const draft = tab('a');
    server.text = 'theirs';
    server.version = 5;
    draft.change('mine');
    await wait(1_500);
    await server.last.arrive();
    draft.takeTheirs();
    await wait(20_000);
    expect(draft.text()).toBe('theirs');
    expect(draft.version()).toBe(5);
    expect(server.calls).toHaveLength(1);
    expect(disk.entries.size).toBe(0);
  });

  it('keeps asking when the newer text cannot be fetched', async () => {
    const draft = tab('a');
    server.text = 'theirs';
    server.version = 5;
    server.down = true;
    draft.change('mine');
    await wait(1_500);
    await server.last.arrive();
    expect(draft.phase()).toBe('local-only');
    server.down = false;
    await wait(2_000);
    await server.last.arrive();
    expect(draft.phase()).toBe('conflict');
  });

  it('recognises its own save whose answer was lost', async () => {
    const draft = tab('a');
    draft.change('one');
    await wait(1_500);
    await server.last.loseAnswer();
    expect(draft.phase()).toBe('local-only');
    draft.change('one two');
    await wait(2_000);
    expect(server.last).toMatchObject({ text: 'one two', version: 1 });
    await server.last.arrive();
    expect(draft.phase()).not.toBe('conflict');
    await wait(0);
    expect(server.last).toMatchObject({ text: 'one two', version: 2 });
    await server.last.arrive();
    expect(server.text).toBe('one two');
    expect(draft.phase()).toBe('saved');
  });

  it('does not take the late answer of an attempt that was given up for a save of newer words', async () => {
    const draft = tab('a');
    draft.change('old words');
    await wait(1_500);
    const early = server.last;
    draft.stop();
    draft.change('new words');
    await early.arrive();
    expect(draft.unsent()).toBe(true);
    expect(draft.phase()).not.toBe('saved');
    expect(disk.texts).toContain('old words');
  });
});
