import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuthModule } from '../auth/auth.module.js';
import { ClinicSettingsController } from './clinic-settings.controller.js';
import { ClinicSettingsService } from './clinic-settings.service.js';
import { Clinic } from './clinic.entity.js';
import { ClinicsService } from './clinics.service.js';
import { StaffController } from './staff.controller.js';
import { StaffService } from './staff.service.js';
import { SupervisionsService } from './supervisions.service.js';

/**
 * A clinic and its staff: who works here, in which roles, who supervises whom, and what the clinic sets for
 * itself.
 *
 * Invariant: nobody changes what they themselves may do or see; an admin does it, and never for herself.
 */
@Module({
  imports: [AuthModule, TypeOrmModule.forFeature([Clinic])],
  controllers: [ClinicSettingsController, StaffController],
  providers: [ClinicSettingsService, ClinicsService, StaffService, SupervisionsService],
  exports: [ClinicsService, StaffService],
})
export class ClinicsModule {}
