/** Functions of Node that a test wants to fail, or to hear of. */
import {syncBuiltinESMExports} from 'node:module';
import type {ExecutionContext} from 'ava';

/** Puts `functions` in the place of those of a module of Node, for whoever imported them, until the test ends. */
export function standIn<Module extends object>(
	t: ExecutionContext,
	module: Module,
	functions: Partial<Module>,
): void {
	const named = Object.keys(functions) as (keyof Module)[];
	const before = Object.fromEntries(named.map(name => [name, module[name]])) as Partial<Module>;
	const put = (these: Partial<Module>) => {
		Object.assign(module, these);
		syncBuiltinESMExports();
	};
	put(functions);
	t.teardown(() => put(before));
}
