import { Controller, Get } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { alone } from './database.js';
import { Unavailable } from './errors.js';
import { HealthDto } from './health.dto.js';
import { isDraining } from './lifecycle.js';
import { Public, Returns } from './route.js';

const PATIENCE_MS = 500;

/** For whoever watches over the processes. Says nothing beyond yes or no. */
@Controller('health')
export class HealthController {
  constructor(private readonly dataSource: DataSource) {}

  @Get('live')
  @Public()
  @Returns(HealthDto)
  live(): HealthDto {
    return { status: 'ok' };
  }

  @Get('ready')
  @Public()
  @Returns(HealthDto)
  async ready(): Promise<HealthDto> {
    if (isDraining()) throw new Unavailable();
    const late = new Promise<never>((_, reject) => setTimeout(() => reject(new Unavailable()), PATIENCE_MS).unref());
    await Promise.race([alone(this.dataSource, 'ready', 'select 1'), late]);
    return { status: 'ok' };
  }
}
