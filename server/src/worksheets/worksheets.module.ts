/**
 * Worksheets are templates: what is asked, of whom, and who may read the answers. The built-in ones are code
 * (`library/`), their ids made from key and version, so an old version must stay for as long as rows point at it.
 */
import { Module } from '@nestjs/common';
import { WorksheetsController } from './worksheets.controller.js';
import { WorksheetsService } from './worksheets.service.js';

@Module({ controllers: [WorksheetsController], providers: [WorksheetsService], exports: [WorksheetsService] })
export class WorksheetsModule {}
