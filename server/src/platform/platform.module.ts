import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessGuard } from './access.guard.js';
import { HealthController } from './health.controller.js';
import { Idempotency } from './idempotency.js';
import { ProblemFilter } from './problem.filter.js';
import { RequestInterceptor } from './request.interceptor.js';
import { RouteCheck } from './route.check.js';

/** What every request passes, in this order: access guard, request interceptor, and at the end the problem filter. */
@Module({
  imports: [DiscoveryModule, TypeOrmModule.forFeature([Idempotency])],
  controllers: [HealthController],
  providers: [
    RouteCheck,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: RequestInterceptor },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
})
export class PlatformModule {}
