import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { RETURNS, ruleOf } from './route.js';

/** Stops the boot when a route has no permission or no declared answer: nothing is open, or leaks, by oversight. */
@Injectable()
export class RouteCheck implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    const faults: string[] = [];
    for (const { metatype, instance } of this.discovery.getControllers()) {
      if (!metatype || !instance) continue;
      const prototype = Object.getPrototypeOf(instance) as Record<string, (...args: unknown[]) => unknown>;
      for (const name of this.scanner.getAllMethodNames(prototype)) {
        const handler = prototype[name]!;
        if (this.reflector.get<unknown>(PATH_METADATA, handler) === undefined) continue;
        const where = `${metatype.name}.${name}`;
        const { isPublic, permission } = ruleOf(handler);
        if (!isPublic && !permission) faults.push(`${where} has neither @Can nor @Public`);
        if (!this.reflector.get(RETURNS, handler)) faults.push(`${where} does not declare what it returns`);
      }
    }
    if (faults.length > 0) throw new Error(`routes: ${faults.join('; ')}`);
  }
}
