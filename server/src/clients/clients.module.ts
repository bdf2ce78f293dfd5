import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuthModule } from '../auth/auth.module.js';
import { ClinicsModule } from '../clinics/clinics.module.js';
import { CareHandoverService } from './care-handover.service.js';
import { CareTeamController } from './care-team.controller.js';
import { CareTeamService } from './care-team.service.js';
import { CaseloadService } from './caseload.service.js';
import { Client } from './client.entity.js';
import { ClientsController } from './clients.controller.js';
import { ClientsService } from './clients.service.js';
import { BetrayalsService } from './betrayals.service.js';
import { CoupleChangesService } from './couple-changes.service.js';
import { CoupleEndingsService } from './couple-endings.service.js';
import { CoupleEventsController } from './couple-events.controller.js';
import { BetrayalEvent, Couple, CoupleChanged, CoupleEnding, CouplePartner, CoupleStage } from './couple.entity.js';
import { CoupleStagesService } from './couple-stages.service.js';
import { CouplesController } from './couples.controller.js';
import { CouplesService } from './couples.service.js';
import { CareOutcome } from './outcome.entity.js';
import { OutcomesController } from './outcomes.controller.js';
import { OutcomesService } from './outcomes.service.js';
import { NamesService } from './names.service.js';
import { PortalInvitationsService } from './portal-invitations.service.js';

/**
 * People in care, the couples they form, and who treats them.
 *
 * *Care* of a client or a couple is a row of care_team with a beginning and, once over, an end. Care of a couple shows
 * who both partners are and what is the couple's; a partner's own care stays with whoever treats that person. Linking
 * two people shows neither anything of the other.
 *
 * Invariants: care is never given by one's own hand; a person is in one couple at a time; what tells who a person is,
 * is sealed under their own key and has no index but an equality index of the e-mail address.
 *
 * The work of two can end: their links and the care of the couple get an end at that moment, what is joint can be read by
 * whoever treated them and written by nobody, and each one's own goes on. Two of the staff can undo it within thirty days.
 *
 * Trap: a new client is invisible to whoever entered her until the care row stands; insert first, then read.
 */
@Module({
  imports: [
    TypeOrmModule.forFeature([
      Client,
      Couple,
      CouplePartner,
      CoupleStage,
      BetrayalEvent,
      CoupleChanged,
      CoupleEnding,
      CareOutcome,
    ]),
    AuthModule,
    ClinicsModule,
  ],
  controllers: [ClientsController, CareTeamController, CouplesController, CoupleEventsController, OutcomesController],
  providers: [
    ClientsService,
    CaseloadService,
    CareHandoverService,
    CareTeamService,
    BetrayalsService,
    CoupleChangesService,
    CoupleEndingsService,
    CoupleStagesService,
    CouplesService,
    NamesService,
    OutcomesService,
    PortalInvitationsService,
  ],
  exports: [ClientsService, CareHandoverService, CouplesService],
})
export class ClientsModule {}
