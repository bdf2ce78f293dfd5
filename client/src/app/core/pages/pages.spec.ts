import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ApplicationRef, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { type Pages, readPages } from './pages';

describe('a list that grows page by page', () => {
  const whose = signal('maya');
  let list: Pages<string>;

  const answer = async (cursor: string | null, items: string[], next: string | null): Promise<void> => {
    TestBed.tick();
    const asked = TestBed.inject(HttpTestingController).expectOne(({ url }) => url.includes(`/lists/${whose()}?`));
    const sent = new URL(asked.request.url, 'http://kept').searchParams;
    expect([sent.get('limit'), sent.get('kind'), sent.get('cursor')]).toEqual(['2', 'win', cursor]);
    asked.flush({ items, next });
    await TestBed.inject(ApplicationRef).whenStable();
  };

  beforeEach(() => {
    whose.set('maya');
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    list = TestBed.runInInjectionContext(() => readPages<string>(() => `/lists/${whose()}?kind=win`, 2));
  });

  it('keeps what is there while the next page comes, and ends where the server ends', async () => {
    expect(list.items()).toBeUndefined();
    await answer(null, ['a', 'b'], 'two');
    list.showMore();
    TestBed.tick();
    expect([list.items(), list.hasMore()]).toEqual([['a', 'b'], true]);
    await answer('two', ['c'], null);
    expect([list.items(), list.hasMore()]).toEqual([['a', 'b', 'c'], false]);
  });

  it('begins anew after an act, and for another list', async () => {
    await answer(null, ['a', 'b'], 'two');
    list.showMore();
    await answer('two', ['c'], null);
    list.reload();
    await answer(null, ['b', 'c'], null);
    expect(list.items()).toEqual(['b', 'c']);
    whose.set('tom');
    TestBed.tick();
    expect(list.items()).toBeUndefined();
    await answer(null, [], null);
    expect([list.items(), list.hasMore()]).toEqual([[], false]);
  });

  it('says that a page did not come, and asks for that page again', async () => {
    await answer(null, ['a', 'b'], 'two');
    list.showMore();
    TestBed.tick();
    const asked = TestBed.inject(HttpTestingController).expectOne(({ url }) => url.includes('cursor=two'));
    asked.flush(null, { status: 503, statusText: 'busy' });
    await TestBed.inject(ApplicationRef).whenStable();
    expect([list.items(), list.problem()?.kind]).toEqual([['a', 'b'], 'busy']);
    list.retry();
    await answer('two', ['c'], null);
    expect([list.items(), list.problem()]).toEqual([['a', 'b', 'c'], null]);
  });
});
