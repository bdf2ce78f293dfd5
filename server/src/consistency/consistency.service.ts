import { Injectable } from '@nestjs/common';
import { In, MoreThanOrEqual } from 'typeorm';
import { boundaryById } from '../boundaries/boundaries.service.js';
import { Boundary, BoundaryEvent } from '../boundaries/boundary.entity.js';
import { viewOf } from '../boundaries/boundary.view.js';
import { pairOf } from '../couples/couple.partners.js';
import { todayHere } from '../commitments/who.acts.js';
import { repo } from '../platform/database.js';
import { NotFound } from '../platform/errors.js';
import { MadePromise, PromiseMark } from '../promises/promise.entity.js';
import { lastWords } from '../promises/promise.view.js';
import { disputesOf, reportOf, standing, weeksUntil, type Report } from './consistency.rules.js';
import type { CommitmentsDto, ConsistencyDto, PromiseReportDto } from './consistency.dto.js';
import { promiseWeeks } from './promise-weeks.rules.js';

/** What became of what was agreed, week by week, as each of the two tells it. For the care team. */
@Injectable()
export class ConsistencyService {
  async ofBoundary(id: string, weeks: number): Promise<ConsistencyDto> {
    const boundary = await boundaryById(id);
    const [dto] = await this.of(boundary.coupleId, [boundary], weeksUntil(await todayHere(), weeks));
    return dto!;
  }

  /** All that is, or was, in force. Throws `NotFound`. */
  async ofCouple(coupleId: string, weeks: number): Promise<CommitmentsDto> {
    if ((await pairOf(coupleId)).length === 0) throw new NotFound('couple');
    const mondays = weeksUntil(await todayHere(), weeks);
    const order = { listedAt: 'DESC', id: 'DESC' } as const;
    const all = await repo(Boundary).find({ where: { coupleId }, order, take: 200 });
    const lived = all.filter(({ activeFrom }) => activeFrom !== null);
    return {
      id: coupleId,
      boundaries: await this.of(coupleId, lived, mondays),
      promises: await this.promises(coupleId, mondays),
    };
  }

  private async of(coupleId: string, boundaries: Boundary[], mondays: string[]): Promise<ConsistencyDto[]> {
    const both = await pairOf(coupleId);
    const where = { boundaryId: In(boundaries.map(({ id }) => id)), occurredOn: MoreThanOrEqual(mondays[0]!) };
    const events = await repo(BoundaryEvent).find({ where, order: { markedAt: 'ASC', id: 'ASC' } });
    const views = await viewOf(boundaries);
    return boundaries.map((boundary, i) => {
      const said = standing(
        events
          .filter(({ boundaryId }) => boundaryId === boundary.id)
          .map(({ clientId, occurredOn, kind }) => ({ by: clientId, on: occurredOn, mark: kind })),
      );
      // Its author first, so that the two series do not change places.
      const people = [...both].sort((a, b) => Number(b === boundary.madeBy) - Number(a === boundary.madeBy));
      return {
        ...{ id: boundary.id, state: boundary.state, limit: views[i]!.limit, activeFrom: boundary.activeFrom },
        reports: people.map((by) => reportDto(reportOf(by, said, mondays), boundary.madeBy)),
        disputed: disputesOf(said, people, mondays).map(({ week, said: each }) => ({
          week,
          said: each.map(({ by, mark }) => ({ clientId: by, mark })),
        })),
      };
    });
  }

  private async promises(coupleId: string, mondays: string[]): Promise<PromiseReportDto[]> {
    const promises = await repo(MadePromise).find({
      where: { coupleId, dueOn: MoreThanOrEqual(mondays[0]!) },
      order: { dueAt: 'ASC', id: 'ASC' },
      take: 1000,
    });
    const today = await todayHere();
    const past = promises.filter(({ dueOn }) => dueOn <= today);
    const marks = await repo(PromiseMark).find({
      where: { promiseId: In(past.map(({ id }) => id)) },
      order: { markedAt: 'ASC', id: 'ASC' },
    });
    const makers = [...new Set(past.map(({ madeBy }) => madeBy))];
    return makers.map((clientId) => ({
      clientId,
      weeks: promiseWeeks(
        past
          .filter(({ madeBy }) => madeBy === clientId)
          .map((promise) => ({ dueOn: promise.dueOn, ...lastWords(promise, marks) })),
        mondays,
      ),
    }));
  }
}

const reportDto = ({ by, ...report }: Report, author: string): ConsistencyDto['reports'][number] => ({
  clientId: by,
  isAuthor: by === author,
  ...report,
});
