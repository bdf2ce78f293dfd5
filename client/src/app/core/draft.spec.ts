import { draftEnds, settle, wait } from '../../testing/draft-ends';

describe('a draft', () => {
  const { disk, server, tab } = draftEnds();

  it('is sent 1.5 s after the last change and is saved only once the server says so', async () => {
    const draft = tab('a');
    draft.change('one');
    await wait(1_400);
    draft.change('one two');
    await wait(1_499);
    expect(server.calls).toHaveLength(0);
    await wait(1);
    expect(server.last).toMatchObject({ text: 'one two', version: 1 });
    expect(draft.phase()).toBe('typing');
    await wait(400);
    expect(draft.phase()).toBe('saving');
    await server.last.arrive();
    expect(draft.phase()).toBe('saved');
    expect(draft.version()).toBe(2);
    expect(draft.unsent()).toBe(false);
  });

  it('is sent every 10 s while typing goes on without a pause', async () => {
    const draft = tab('a');
    for (let second = 0; second < 10; second++) {
      draft.change(`word ${second}`);
      await wait(1_000);
    }
    expect(server.calls).toHaveLength(1);
    expect(server.last.text).toBe('word 9');
  });

  it('lies on the disk 300 ms after a change, and is wiped from it when the server has it', async () => {
    const draft = tab('a');
    draft.change('one');
    await wait(300);
    expect(disk.texts).toEqual(['one']);
    await wait(1_200);
    await server.last.arrive();
    expect(disk.entries.size).toBe(0);
  });

  it('has one request on the way at a time, and sends what came meanwhile on the new version', async () => {
    const draft = tab('a');
    draft.change('one');
    await wait(1_500);
    draft.change('one two');
    draft.change('one two three');
    await wait(5_000);
    expect(server.calls).toHaveLength(1);
    await server.last.arrive();
    expect(draft.phase()).toBe('typing');
    expect(draft.unsent()).toBe(true);
    expect(disk.texts).toEqual(['one two three']);
    await wait(1_500);
    expect(server.last).toMatchObject({ text: 'one two three', version: 2 });
    await server.last.arrive();
    expect(server.text).toBe('one two three');
    expect(draft.phase()).toBe('saved');
  });

  it('says "on this phone only" without a connection, tries again ever more rarely, and says when it is back', async () => {
    const draft = tab('a');
    draft.change('one');
    await wait(1_500);
    await server.last.refuse(0);
    expect(draft.phase()).toBe('local-only');
    const times: number[] = [];
    for (let second = 0; second < 60; second++) {
      const before = server.calls.length;
      await wait(1_000);
      if (server.calls.length > before) {
        times.push(second + 1);
        await server.last.refuse(0);
      }
    }
    expect(times).toEqual([2, 6, 14, 30]);
    draft.resume();
    await wait(0);
    await server.last.arrive();
    expect(draft.phase()).toBe('back-online');
  });

  it('never says "on this phone" when the disk refused it', async () => {
    disk.full = true;
    const draft = tab('a');
    draft.change('one');
    await wait(1_500);
    await server.last.refuse(0);
    expect(draft.phase()).toBe('failed');
    expect(draft.kept()).toBe(false);
  });

  it('waits as long as a busy server asks', async () => {
    const draft = tab('a');
    draft.change('one');
    await wait(1_500);
    await server.last.refuse(503, {}, { 'retry-after': '30' });
    expect(draft.phase()).toBe('failed');
    await wait(29_000);
    expect(server.calls).toHaveLength(1);
    await wait(1_000);
    expect(server.calls).toHaveLength(2);
  });

  it('does not repeat words that were refused for what they are, until they change or somebody asks', async () => {
    const draft = tab('a');
    draft.change('too long');
    await wait(1_500);
    await server.last.refuse(413);
    await wait(600_000);
    expect(server.calls).toHaveLength(1);
    expect(draft.phase()).toBe('failed');
    draft.change('short');
    await wait(1_500);
    await server.last.arrive();
    expect(draft.phase()).toBe('saved');
  });

  it('keeps the words when the sign-in ended, and sends them after signing in again', async () => {
    const draft = tab('a');
    draft.change('one');
    await wait(1_500);
    await server.last.refuse(401);
    expect(draft.phase()).toBe('signed-out');
    draft.change('one two');
    await wait(60_000);
    expect(server.calls).toHaveLength(1);
    expect(disk.texts).toEqual(['one two']);
    draft.resume();
    await wait(0);
    await server.last.arrive();
    expect(server.text).toBe('one two');
    expect(draft.phase()).toBe('saved');
  });

  it('offers the text for an addendum when the record was signed meanwhile', async () => {
    const draft = tab('a');
    draft.change('one more thing');
    await wait(1_500);
    await server.last.refuse(409, { code: 'note_signed' });
    expect(draft.phase()).toBe('locked');
    expect(draft.tooLate()).toBe('one more thing');
    expect(disk.texts).toEqual(['one more thing']);
    await draft.discard();
    expect(disk.entries.size).toBe(0);
    expect(draft.unsent()).toBe(false);
  });

  it('is flushed at once when asked, and says whether everything arrived', async () => {
    const draft = tab('a');
    draft.change('one');
    const done = draft.flush();
    await settle();
    await server.last.arrive();
    expect(await done).toBe(true);
    draft.change('two');
    const failed = draft.flush();
    await settle();
    await server.last.refuse(500);
    expect(await failed).toBe(false);
  });

  it('is sent at once, able to outlive the page, when the page is hidden', async () => {
    const draft = tab('a');
    draft.change('one');
    void draft.flush({ keepalive: true });
    expect(server.last).toMatchObject({ text: 'one', keepalive: true });
    await settle();
    expect(disk.texts).toEqual(['one']);
  });
});
