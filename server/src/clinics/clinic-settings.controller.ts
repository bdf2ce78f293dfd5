import { Body, Controller, Get, Put } from '@nestjs/common';
import { Can, IfMatch, Returns } from '../platform/route.js';
import { ClinicSettingsDto, ClinicSettingsInput } from './clinic-settings.dto.js';
import { ClinicSettingsService } from './clinic-settings.service.js';

@Controller('clinic-settings')
export class ClinicSettingsController {
  constructor(private readonly clinic: ClinicSettingsService) {}

  @Get()
  @Can('clinic-settings:change')
  @Returns(ClinicSettingsDto)
  settings(): Promise<ClinicSettingsDto> {
    return this.clinic.settings();
  }

  @Put()
  @Can('clinic-settings:change')
  @Returns(ClinicSettingsDto)
  save(@Body() body: ClinicSettingsInput, @IfMatch() version: number): Promise<ClinicSettingsDto> {
    return this.clinic.save(body, version);
  }
}
