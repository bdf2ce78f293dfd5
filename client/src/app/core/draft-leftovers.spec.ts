import { draftEnds, settle, wait } from '../../testing/draft-ends';

describe('a draft whose tab was closed', () => {
  const { disk, server, tab, kill, reopen } = draftEnds();

  it('comes back after the tab was killed before anything was sent', async () => {
    const before = tab('a');
    before.change('lost?');
    await wait(300);
    kill(before);
    const after = await reopen('b');
    expect(after.text()).toBe('lost?');
    expect(after.restored()).toBe(true);
    await wait(1_500);
    await server.last.arrive();
    expect(server.text).toBe('lost?');
    expect(disk.entries.size).toBe(0);
  });

  it('comes back without a false alarm after a kill between the commit and its answer', async () => {
    const before = tab('a');
    before.change('one');
    await wait(1_500);
    before.change('one two');
    await wait(300);
    const call = server.last;
    kill(before);
    await call.arrive();
    expect(server.text).toBe('one');
    const after = await reopen('b');
    expect(after.conflict()).toBeNull();
    expect(after.text()).toBe('one two');
    await wait(1_500);
    await server.last.arrive();
    expect(server.text).toBe('one two');
  });

  it('says nothing on reopening when the server already has every word', async () => {
    const before = tab('a');
    before.change('one');
    await wait(1_500);
    const call = server.last;
    kill(before);
    await call.arrive();
    expect(disk.entries.size).toBe(1);
    const after = await reopen('b');
    expect(after.restored()).toBe(false);
    expect(after.text()).toBe('one');
    expect(disk.entries.size).toBe(0);
  });

  it('keeps both texts when the server moved on while an unsent one waited on the disk', async () => {
    const before = tab('a');
    before.change('mine');
    await wait(300);
    kill(before);
    server.text = 'theirs';
    server.version = 2;
    const after = await reopen('b');
    expect(after.conflict()).toEqual({ mine: 'mine', theirs: 'theirs', from: 'server' });
    await wait(60_000);
    expect(server.calls).toHaveLength(0);

    kill(after);
    const again = await reopen('c');
    expect(again.conflict()).toEqual({ mine: 'mine', theirs: 'theirs', from: 'server' });
    again.keepMine();
    await settle();
    await wait(0);
    expect(server.last).toMatchObject({ text: 'mine', version: 2 });
  });

  it('offers the unsent text of a second closed tab instead of dropping it', async () => {
    const one = tab('a');
    const two = tab('b');
    one.change('from one');
    await wait(1_000);
    two.change('from two');
    await wait(300);
    kill(one);
    kill(two);
    const after = await reopen('c');
    expect(after.conflict()).toEqual({ mine: 'from two', theirs: 'from one', from: 'here' });
    expect(disk.texts).toContain('from one');
    after.settle('from one and two');
    await wait(100);
    await server.last.arrive();
    expect(server.text).toBe('from one and two');
    expect(disk.entries.size).toBe(0);
  });
});
