#!/usr/bin/env node
console.log("roadmap", process.argv.slice(2));
