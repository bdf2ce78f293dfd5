import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { ClinicsService } from './clinics.service.js';
import { StaffController } from './staff.controller.js';
import { StaffService } from './staff.service.js';
import { SupervisionsService } from './supervisions.service.js';

/**
 * A clinic and its staff: who works here, in which roles, and who supervises whom.
 *
 * Invariant: nobody changes what they themselves may do or see; an admin does it, and never for herself.
 */
@Module({
  imports: [AuthModule],
  controllers: [StaffController],
  providers: [ClinicsService, StaffService, SupervisionsService],
  exports: [ClinicsService, StaffService],
})
export class ClinicsModule {}
