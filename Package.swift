// swift-tools-version: 6.2
import PackageDescription

/// Settings of every Swift target. Warnings are errors in CI only, so that a newer compiler never
/// breaks somebody's build.
let settings: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),  // SE-0335
    .enableUpcomingFeature("InternalImportsByDefault"),  // SE-0409
    .enableUpcomingFeature("MemberImportVisibility"),  // SE-0444
    .enableUpcomingFeature("InferIsolatedConformances"),  // SE-0470
    .enableUpcomingFeature("ImmutableWeakCaptures"),  // SE-0481
  ] + (Context.environment["VERDICT_WERROR"] == nil ? [] : [.treatAllWarnings(as: .error)])

/// Settings of the Swift targets that stay away from memory they do not own: `unsafe` is visible
/// there (SE-0458), and confined to the cellar.
let strict = settings + [.strictMemorySafety()]

/// Where Homebrew's simdjson is. Debian's is where every compiler looks, and its pkg-config file
/// asks for a flag that the package manager refuses with a warning.
#if os(macOS)
let simdjsonPackage: String? = "simdjson"
#else
let simdjsonPackage: String? = nil
#endif

/// Where Homebrew's libyaml is. Debian's is where every compiler looks, and its pkg-config file would
/// have the shared library linked.
#if os(macOS)
let yamlPackage: String? = "yaml-0.1"
#else
let yamlPackage: String? = nil
#endif

let package = Package(
  name: "verdict",
  platforms: [.macOS(.v15)],  // Int128 and Span
  products: [
    .executable(name: "verdict", targets: ["verdict"])
  ],
  dependencies: [
    // The command line: parsing, help pages, usage errors with suggestions, exit status 64.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // Runs git, the only program that verdict starts.
    .package(
      url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
    // SHA-256 of what a verdict rests on: BoringSSL's, with the processor's own instructions. The
    // system's libcrypto differs from system to system in what it is called and promises.
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    // TOML, in which scanners keep what they are told to accept.
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
  ],
  targets: [
    // The front door: arguments, files, git, clock, exit status.
    .executableTarget(
      name: "verdict",
      dependencies: [
        "VerdictReports", "VerdictPolicy", "VerdictRendering", "VerdictBaseline", "ForeignWaivers",
        "VerdictModel", "Files", "Memory", "Digest", "JSONDocument",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Subprocess", package: "swift-subprocess"),
      ],
      swiftSettings: strict),

    // Five rooms, no doors between them.
    .target(
      name: "VerdictReports",
      dependencies: [
        "VerdictModel", "XMLStream", "LineStream", "JSONDocument", "GzipStream", "Memory",
      ],
      swiftSettings: strict),
    .target(
      name: "VerdictPolicy", dependencies: ["VerdictModel", "JSONDocument", "Digest"],
      // Policies to extend, as anybody could write them.
      resources: ["recommended", "strict", "ratchet", "strict-evidence"].map {
        .embedInCode("Presets/\($0).json")
      },
      swiftSettings: strict),
    .target(name: "VerdictRendering", dependencies: ["VerdictModel"], swiftSettings: strict),
    .target(
      name: "VerdictBaseline",
      dependencies: ["VerdictModel", "JSONDocument", "GzipStream", "Files"],
      swiftSettings: strict),

    .target(
      name: "ForeignWaivers",
      dependencies: ["VerdictModel", "JSONDocument", "YAMLDocument", "TOMLKit"],
      swiftSettings: strict),

    // The cellar: words that everyone uses, and the only targets that touch C.
    .target(name: "VerdictModel", dependencies: ["Memory"], swiftSettings: strict),
    .target(name: "Files", swiftSettings: settings),
    .target(
      name: "Digest", dependencies: [.product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: strict),
    .target(name: "Memory", dependencies: ["CMemory"], swiftSettings: settings),
    .target(name: "XMLStream", dependencies: ["CLibXML2", "Memory"], swiftSettings: settings),
    .target(name: "LineStream", swiftSettings: settings),
    .target(name: "JSONDocument", dependencies: ["CSIMDJSON", "Memory"], swiftSettings: settings),
    .target(name: "GzipStream", dependencies: ["CZlib"], swiftSettings: settings),
    .target(
      name: "YAMLDocument", dependencies: ["CYAML"], swiftSettings: settings,
      // Part of the program on Linux: hardly a run needs it, and each would have to look for it.
      linkerSettings: [
        .linkedLibrary(":libyaml.a", .when(platforms: [.linux])),
        .linkedLibrary("yaml", .when(platforms: [.macOS])),
      ]),

    // System libraries, each behind one C shim.
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(
      name: "CSIMDJSONLibrary", pkgConfig: simdjsonPackage,
      providers: [.apt(["libsimdjson-dev"]), .brew(["simdjson"])]),
    // Inflates compressed reports, packs large baselines; libxml2 brings it along on most systems.
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    // What Yams has inside. Yams itself brings all of Foundation, and makes every start of the program
    // a quarter slower.
    .systemLibrary(
      name: "CYAML", pkgConfig: yamlPackage, providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    // What glibc and Linux can be told of memory, and their Swift module leaves out.
    .systemLibrary(name: "CMemory"),
    .target(
      name: "CSIMDJSON", dependencies: ["CSIMDJSONLibrary"],
      linkerSettings: [.linkedLibrary("simdjson")]),

    // What tests of several targets need.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),

    .testTarget(
      name: "FilesTests", dependencies: ["Files", "TestSupport"], swiftSettings: settings),
    .testTarget(name: "DigestTests", dependencies: ["Digest"], swiftSettings: settings),
    .testTarget(name: "XMLStreamTests", dependencies: ["XMLStream"], swiftSettings: settings),
    .testTarget(name: "LineStreamTests", dependencies: ["LineStream"], swiftSettings: settings),
    .testTarget(name: "JSONDocumentTests", dependencies: ["JSONDocument"], swiftSettings: settings),
    .testTarget(
      name: "YAMLDocumentTests", dependencies: ["YAMLDocument"], swiftSettings: settings),
    .testTarget(
      name: "GzipStreamTests", dependencies: ["GzipStream", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "VerdictModelTests", dependencies: ["VerdictModel", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "ForeignWaiversTests", dependencies: ["ForeignWaivers", "VerdictModel"],
      swiftSettings: settings),
    .testTarget(
      name: "VerdictReportsTests", dependencies: ["VerdictReports", "VerdictModel", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "VerdictPolicyTests", dependencies: ["VerdictPolicy", "VerdictModel", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "VerdictRenderingTests", dependencies: ["VerdictRendering", "VerdictModel"],
      swiftSettings: settings),
    .testTarget(
      name: "VerdictBaselineTests",
      dependencies: ["VerdictBaseline", "VerdictModel", "GzipStream", "Files", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "verdictTests",
      dependencies: [
        "verdict", "VerdictReports", "VerdictPolicy", "VerdictRendering", "VerdictBaseline",
        "VerdictModel", "Files", "TestSupport",
        .product(name: "Subprocess", package: "swift-subprocess"),
      ],
      swiftSettings: settings),
  ],
  cxxLanguageStandard: .cxx17
)

// Measures what no command does by itself; for `make bench-findings` only.
if Context.environment["VERDICT_BENCH"] != nil {
  package.targets.append(
    .executableTarget(
      name: "VerdictMatchBench", dependencies: ["VerdictPolicy", "VerdictModel"],
      swiftSettings: settings))
}

// A fuzzer has libFuzzer's main function and needs `--sanitize fuzzer` to link, which would break
// every other build: it exists for `make fuzz` only.
if Context.environment["VERDICT_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "VerdictFuzz", dependencies: ["VerdictReports", "VerdictPolicy", "VerdictModel"],
      swiftSettings: settings))
}
