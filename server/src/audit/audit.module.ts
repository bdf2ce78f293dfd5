import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { ClientsModule } from '../clients/clients.module.js';
import { AuditController } from './audit.controller.js';
import { AuditService } from './audit.service.js';

/**
 * Reading the log. An *event* is one act of one user: a change (written by a trigger, with the names of the columns),
 * an access (written with the answer, or there is no answer), a refusal, a sign-in.
 *
 * Invariants: the app's role reaches the log through functions only, each of which decides by the request's settings
 * what it shows; a client learns who of the staff opened her own work, and nothing else about anyone.
 */
@Module({
  imports: [AuthModule, ClientsModule],
  controllers: [AuditController],
  providers: [AuditService],
})
export class AuditModule {}
