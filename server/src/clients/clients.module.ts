import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuthModule } from '../auth/auth.module.js';
import { ClinicsModule } from '../clinics/clinics.module.js';
import { CareHandoverService } from './care-handover.service.js';
import { CareTeamController } from './care-team.controller.js';
import { CareTeamService } from './care-team.service.js';
import { Client } from './client.entity.js';
import { ClientsController } from './clients.controller.js';
import { ClientsService } from './clients.service.js';
import { CareOutcome } from './outcome.entity.js';
import { OutcomesController } from './outcomes.controller.js';
import { OutcomesService } from './outcomes.service.js';
import { NamesService } from './names.service.js';
import { PortalInvitationsService } from './portal-invitations.service.js';

/**
 * People in care, who treats them, and how care came to a close.
 *
 * *Care* of a client or a couple is a row of care_team with a beginning and, once over, an end.
 *
 * Invariants: care is never given by one's own hand; what tells who a person is, is sealed under their own key and has no
 * index but an equality index of the e-mail address.
 *
 * Trap: a new client is invisible to whoever entered her until the care row stands; insert first, then read.
 */
@Module({
  imports: [TypeOrmModule.forFeature([Client, CareOutcome]), AuthModule, ClinicsModule],
  controllers: [ClientsController, CareTeamController, OutcomesController],
  providers: [
    ClientsService,
    CareHandoverService,
    CareTeamService,
    NamesService,
    OutcomesService,
    PortalInvitationsService,
  ],
  exports: [ClientsService, CareHandoverService, CareTeamService, NamesService, OutcomesService],
})
export class ClientsModule {}
