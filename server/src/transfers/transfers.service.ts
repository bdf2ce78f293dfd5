import { Injectable } from '@nestjs/common';
import { CareHandoverService } from '../clients/care-handover.service.js';
import { assertMayTreat, assertNotOneself } from '../clinics/staff.rules.js';
import { StaffService } from '../clinics/staff.service.js';
import { RuleBroken } from '../platform/errors.js';
import { actor } from '../platform/scope.js';
import { SessionsService } from '../sessions/sessions.service.js';
import type { NewTransfer, TransferDto } from './transfers.dto.js';
import { assertMovable, assertTwoColleagues } from './transfers.rules.js';

@Injectable()
export class TransfersService {
  constructor(
    private readonly staff: StaffService,
    private readonly care: CareHandoverService,
    private readonly sessions: SessionsService,
  ) {}

  /**
   * Moves people, their couples and the sessions planned with them from one therapist to another, at once and as a
   * whole. Throws `RuleBroken`: `same_person`, `not_a_therapist`, `disabled`, `not_on_care_team`, `couple_split`,
   * `double_booked`; `Forbidden('not_oneself')` to whoever would give herself sight.
   */
  async make(input: NewTransfer, dryRun: boolean): Promise<TransferDto> {
    const { fromStaffId: giver, toStaffId: taker, clientIds } = input;
    assertTwoColleagues(giver, taker);
    assertNotOneself(actor().id, taker);
    await this.staff.known(giver);
    assertMayTreat(await this.staff.known(taker));

    const cares = await this.care.caresOf(giver, clientIds);
    const couples = cares.flatMap(({ coupleId }) => coupleId ?? []);
    const people = await this.care.people(clientIds);
    const own = new Set(cares.map(({ clientId }) => clientId));
    assertMovable({
      chosen: clientIds,
      treated: people
        .filter(({ id, coupleId }) => own.has(id) || (coupleId !== null && couples.includes(coupleId)))
        .map(({ id }) => id),
      partners: await this.care.treatedPartners(giver, couples),
    });
    const hand = { giver, taker, people: clientIds, couples };
    const { sessions, clashes } = await this.sessions.toCome(hand);
    if (!dryRun) {
      if (clashes > 0)
        throw new RuleBroken('double_booked', 'A session planned with them meets another one of the colleague.');
      await this.sessions.handOver(hand);
      await this.care.handOver(cares, giver, taker);
    }
    return {
      dryRun,
      people: people.map(({ id, displayName, coupleId }) => ({ id, displayName, coupleId })),
      couples: couples.length,
      sessions,
      clashes,
    };
  }
}
