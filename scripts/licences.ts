/** Makes build/bundle/licences.txt: the licences of the packages whose code the bundle may hold. */
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';

/** A package that is installed with this one. */
export interface Licensed {
	readonly name: string;
	readonly version: string;
	/** SPDX expression. */
	readonly licence: string;
	/** Empty where the package brings none. */
	readonly text: string;
}

/** The packages that package-lock.json installs for users, by name. */
export function packages(): Licensed[] {
	const {packages: locked} = JSON.parse(readFileSync('package-lock.json', 'utf8'));
	return Object.entries<{dev?: boolean; version: string}>(locked)
		.filter(([path, {dev}]) => path !== '' && !dev && existsSync(path))
		.map(([path, {version}]) => {
			const {name, license} = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
			const file = readdirSync(path).find(one => /^licen[cs]e/i.test(one));
			return {
				name,
				version,
				licence: license,
				text: file ? readFileSync(join(path, file), 'utf8').trim() : '',
			};
		});
}

/** Their licences, one after another. */
export function licences(): string {
	const parts = packages().map(
		({name, version, licence, text}) => `${name} ${version} (${licence})\n\n${text}\n`,
	);
	return `The programs in this folder hold code of these packages.\n\n${parts.join(`\n${'-'.repeat(70)}\n\n`)}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
	writeFileSync('build/bundle/licences.txt', licences());
