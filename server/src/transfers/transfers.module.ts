import { Module } from '@nestjs/common';
import { ClientsModule } from '../clients/clients.module.js';
import { ClinicsModule } from '../clinics/clinics.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { TransfersController } from './transfers.controller.js';
import { TransfersService } from './transfers.service.js';

/**
 * *Transfer*: an admin hands people over from one therapist to another, as when somebody goes on leave.
 *
 * What moves: care of the people and of their couples, the name of who answers for it, sessions still to come.
 * What stays: everything written, under the name of whoever wrote it; homework and scales belong to the person and
 * are simply seen by whoever treats her now.
 *
 * Invariants: all or nothing; a couple is never split; nobody hands anybody over to herself; the admin learns names
 * and numbers, never when a session is or what it was about.
 */
@Module({
  imports: [ClinicsModule, ClientsModule, SessionsModule],
  controllers: [TransfersController],
  providers: [TransfersService],
})
export class TransfersModule {}
