import { Injectable } from '@nestjs/common';
import { ClinicsService } from '../clinics/clinics.service.js';
import { now } from '../platform/clock.js';
import { insertRow, repo, saveVersion, sql } from '../platform/database.js';
import { Invalid, NotFound, RuleBroken } from '../platform/errors.js';
import { dayIn } from '../platform/days.js';
import { newId } from '../platform/ids.js';
import { actor } from '../platform/scope.js';
import { cancelled } from './cancelling.rules.js';
import { clashesOf, doubleBooked, orDoubleBooked, takenMeanwhile } from './clashes.js';
import type { NewSession, SeriesInput, SessionChange, SessionDto, SessionSeriesDto } from './session.dto.js';
import { Session, SessionSeries } from './session.entity.js';
import { daysOf, firstDays, goingOn, madeUntil, moveOf, ruleFrom, timesOn } from './series.rules.js';
import { SessionsService } from './sessions.service.js';
import { checkTimes, moveSession, participantsOf, type Times } from './sessions.rules.js';

/** A session of a series that is still to come, with the day it stands for. */
type Coming = Session & { seriesDay: string };

/** Sessions that come again. Each is a row of its own, so that whatever hangs on a session knows nothing of series. */
@Injectable()
export class SeriesService {
  constructor(
    private readonly sessions: SessionsService,
    private readonly clinics: ClinicsService,
  ) {}

  /** Plans the first ones; the worker makes the others when their time comes near. Answers with the first. */
  async plan(asked: NewSession, repeat: SeriesInput): Promise<SessionDto> {
    const first = { startsAt: new Date(asked.startsAt), endsAt: new Date(asked.endsAt) };
    checkTimes(first, now());
    const zone = await this.clinics.timeZone();
    const rule = ruleFrom(first, zone, { ...repeat, untilOn: repeat.untilOn ?? null, times: repeat.times ?? null });
    checkRepeat(repeat, rule.startsOn);
    // From the first one on where that lies far ahead: whoever plans three of them sees three.
    const made = madeUntil(laterOf(dayIn(zone, now()), rule.startsOn));
    const days = daysOf(rule, rule.startsOn, made);
    const times = days.map((day) => timesOn(rule, day, zone));
    const meets = await clashesOf(times, []);
    const taken = new Set(meets.map(({ index }) => index));
    if (taken.size === days.length || (taken.size > 0 && !asked.leaveOutClashes)) throw doubleBooked(meets, zone);
    const whose = participantsOf(asked, await this.sessions.peopleIn(asked));
    const modality = asked.modality ?? 'in_person';
    const seriesId = await this.found({
      ...{ ...whose, ...rule, modality, therapistId: actor().id, madeUntil: made },
      leftOut: days.filter((_, i) => taken.has(i)),
    });
    const ids: string[] = [];
    for (const [i, seriesDay] of days.entries())
      if (!taken.has(i))
        ids.push(await this.sessions.enter({ ...whose, ...times[i]!, modality }, { seriesId, seriesDay }));
    return this.sessions.read(ids[0]!);
  }

  /** Changes this session and those after it, or all that are still to come. What was is not changed, nor what was moved by hand. */
  async change(id: string, version: number, change: SessionChange): Promise<SessionDto> {
    const session = await this.sessions.findOwn(id);
    const { seriesId, seriesDay } = session;
    if (seriesId === null || seriesDay === null)
      throw new RuleBroken('not_a_series', 'This session does not come again.');
    if (session.startsAt <= now()) throw new RuleBroken('started', 'This session has begun. Change one still to come.');
    const series = await this.find(seriesId);
    const all = await this.coming(series, change.scope === 'all' ? null : seriesDay);
    const from = all[0]?.seriesDay ?? seriesDay;
    // The version of the session that was read stands for what its reader knew of the series.
    await saveVersion(Session, session, { updatedAt: now() }, version);
    await saveVersion(SessionSeries, series, { endedOn: from, updatedAt: now() }, series.version);
    const coming = all.map((each) => (each.id === id ? { ...each, version: session.version } : each));
    if (change.status === 'cancelled') await this.cancelAll(coming, change);
    else await this.moveAll(series, coming, session, change);
    return this.sessions.read(id);
  }

  async ofSession(id: string): Promise<SessionSeriesDto> {
    const { seriesId } = await this.sessions.find(id);
    if (seriesId === null) throw new NotFound('series');
    const series = await this.find(seriesId);
    return { ...series, toCome: (await this.coming(series, null)).length };
  }

  private async find(id: string): Promise<SessionSeries> {
    const series = await repo(SessionSeries).findOneBy({ id });
    if (!series) throw new NotFound('series');
    return series;
  }

  private async found(series: Omit<SessionSeries, 'id' | 'createdAt' | 'updatedAt' | 'version'>): Promise<string> {
    const at = now();
    const row = { ...series, id: newId(), createdAt: at, updatedAt: at, version: 1 };
    await insertRow(SessionSeries, row);
    return row.id;
  }

  /** Still planned, from this day of the series on or from now, in order. */
  private async coming(series: SessionSeries, from: string | null): Promise<Coming[]> {
    const rows = await sql<{ id: string }>(
      'sessions of a series',
      `select s.id from session s where s.series_id = $1 and s.status = 'planned' and s.starts_at > $2
         and s.series_day >= coalesce($3::date, s.series_day) order by s.series_day`,
      [series.id, now(), from],
    );
    const found = await Promise.all(rows.map(({ id }) => this.sessions.find(id)));
    return found.filter((each): each is Coming => each.seriesDay !== null);
  }

  private async cancelAll(coming: readonly Coming[], { cancellation }: SessionChange): Promise<void> {
    for (const session of coming) {
      const told = cancelled(cancellation ?? { by: 'therapist' }, session, now());
      const status = moveSession(session.status, 'cancelled', session.startsAt, now());
      await saveVersion(Session, session, { ...told, status, updatedAt: now() }, session.version);
    }
  }

  /** Those to come go on under a rule of their own, each on the day that takes the place of its old one. */
  private async moveAll(
    series: SessionSeries,
    coming: Coming[],
    session: Session,
    change: SessionChange,
  ): Promise<void> {
    const zone = await this.clinics.timeZone();
    const from = coming[0]!.seriesDay;
    const moved = movedTo(session, change);
    if (moved) checkTimes(moved, now());
    const move = moved && moveOf(session.seriesDay!, moved, zone);
    const next = { ...series, ...goingOn(series, from, move) };
    const old = daysOf({ ...series, endedOn: null }, from, series.madeUntil);
    const days = new Map(firstDays(next, old.length).map((day, i) => [old[i]!, day]));
    const modality = change.modality ?? series.modality;
    const seriesId = await this.found({
      ...{ ...next, modality, madeUntil: [...days.values()].at(-1) ?? next.startsOn },
      leftOut: series.leftOut.flatMap((day) => days.get(day) ?? []),
    });
    const places = coming.map((each) => {
      const day = days.get(each.seriesDay)!;
      const stays = moved === null || (each.id !== session.id && !isAsPlanned(each, series, zone));
      return { each, day, times: stays ? { startsAt: each.startsAt, endsAt: each.endsAt } : timesOn(next, day, zone) };
    });
    await this.sessions.checkFree(
      places.map(({ times }) => times),
      coming.map((each) => each.id),
    );
    // Later ones first where they move on, so that none steps on the next one's place.
    const later = places.some(({ each, times }) => times.startsAt > each.startsAt);
    for (const { each, day, times } of later ? places.reverse() : places) {
      const patch: Partial<Session> = { ...times, seriesId, seriesDay: day, modality, updatedAt: now() };
      await orDoubleBooked(saveVersion(Session, each, patch, each.version), () => takenMeanwhile(times, zone));
    }
  }
}

const laterOf = (a: string, b: string): string => (a > b ? a : b);

function checkRepeat({ untilOn, times }: SeriesInput, startsOn: string): void {
  if (untilOn !== undefined && times !== undefined)
    throw new Invalid([{ path: 'repeat.times', code: 'one_of', message: 'Say a last day or a number, not both.' }]);
  if (untilOn !== undefined && untilOn <= startsOn)
    throw new Invalid([
      { path: 'repeat.untilOn', code: 'not_after_start', message: 'must be after the first session' },
    ]);
}

const isAsPlanned = (session: Coming, series: SessionSeries, zone: string): boolean => {
  const { startsAt, endsAt } = timesOn(series, session.seriesDay, zone);
  return +startsAt === +session.startsAt && +endsAt === +session.endsAt;
};

/** Where the session that was touched goes, if it goes anywhere. */
function movedTo(session: Session, { startsAt, endsAt }: SessionChange): Times | null {
  if (startsAt === undefined && endsAt === undefined) return null;
  return {
    startsAt: startsAt === undefined ? session.startsAt : new Date(startsAt),
    endsAt: endsAt === undefined ? session.endsAt : new Date(endsAt),
  };
}
