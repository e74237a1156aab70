package tonghop.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import tonghop.fixtures.Installed;
import tonghop.report.data.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A headless Chromium that is told what to do over the DevTools protocol, and says what it did. */
final class Browser {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final int SECONDS = 60;

    private final Process process;
    private final WebSocket socket;
    private final AtomicInteger calls = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final List<JsonNode> events = new CopyOnWriteArrayList<>();

    private Browser(Process process, URI page) {
        this.process = process;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(page, new Listener())
                .join();
        for (String domain : List.of("Page", "Runtime", "Network", "Log", "Accessibility")) {
            call(domain + ".enable", Json.object());
        }
    }

    /** Absent it is skipped, but not where the build says that nothing may be. */
    static Browser start(Path profile) throws IOException, InterruptedException {
        String program = Installed.require("Chromium", "chromium", "chromium-browser", "google-chrome");
        Process process = new ProcessBuilder(
                        program,
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--remote-debugging-port=0",
                        "--remote-allow-origins=*",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(profile.resolve("browser.log").toFile())
                .start();
        Path port = profile.resolve("DevToolsActivePort");
        until(() -> Files.exists(port) && !lines(port).isEmpty());
        URI list = URI.create("http://127.0.0.1:" + lines(port).get(0) + "/json/list");
        HttpRequest request = HttpRequest.newBuilder(list).build();
        for (JsonNode target : MAPPER.readTree(HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body())) {
            if (target.path("type").asString().equals("page")) {
                return new Browser(
                        process, URI.create(target.path("webSocketDebuggerUrl").asString()));
            }
        }
        throw new IllegalStateException("the browser shows no page");
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of();
        }
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for the browser").isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** Opens a file in a window of that width and waits for it; what was seen of the page before is forgotten. */
    void open(Path file, int width) throws InterruptedException {
        resize(width);
        events.clear();
        call("Page.navigate", Json.object().put("url", file.toUri().toString()));
        until(() -> events.stream().anyMatch(event -> is(event, "Page.loadEventFired")));
    }

    void resize(int width) {
        call(
                "Emulation.setDeviceMetricsOverride",
                Json.object()
                        .put("width", width)
                        .put("height", 800)
                        .put("deviceScaleFactor", 1)
                        .put("mobile", false));
    }

    /** As on paper, or as on a screen with an empty text. */
    void medium(String medium) {
        call("Emulation.setEmulatedMedia", Json.object().put("media", medium));
    }

    /** The colours that the reader prefers, light or dark; none with an empty text. */
    void scheme(String scheme) {
        ObjectNode preferences = Json.object();
        preferences
                .putArray("features")
                .addObject()
                .put("name", "prefers-color-scheme")
                .put("value", scheme);
        call("Emulation.setEmulatedMedia", preferences);
    }

    void scripts(boolean areOn) {
        call("Emulation.setScriptExecutionDisabled", Json.object().put("value", !areOn));
    }

    /** What an expression of JavaScript gives, in the page. */
    JsonNode evaluate(String expression) {
        JsonNode result = call(
                "Runtime.evaluate", Json.object().put("expression", expression).put("returnByValue", true));
        assertThat(result.path("exceptionDetails").isMissingNode())
                .as("%s: %s", expression, result)
                .isTrue();
        return result.path("result").path("value");
    }

    String text(String expression) {
        return evaluate(expression).asString();
    }

    List<String> texts(String expression) {
        List<String> texts = new ArrayList<>();
        evaluate(expression).forEach(text -> texts.add(text.asString()));
        return texts;
    }

    /** Clicks as a mouse does, in the middle of the first element that is {@code selector}. */
    void click(String selector) {
        JsonNode place = evaluate("""
                (() => { const found = document.querySelector(%s); found.scrollIntoView({block: "center", behavior: "instant"});
                const box = found.getBoundingClientRect();
                return {x: box.x + box.width / 2, y: box.y + box.height / 2}; })()""".formatted(MAPPER.writeValueAsString(selector)));
        for (String type : List.of("mousePressed", "mouseReleased")) {
            call(
                    "Input.dispatchMouseEvent",
                    Json.object()
                            .put("type", type)
                            .put("x", place.path("x").asDouble())
                            .put("y", place.path("y").asDouble())
                            .put("button", "left")
                            .put("clickCount", 1));
        }
    }

    /** Types into the element that has the focus. */
    void type(String text) {
        call("Input.insertText", Json.object().put("text", text));
    }

    /** Presses a key: Tab, Enter or Escape. */
    void press(String key, int code) {
        for (String type : List.of("keyDown", "keyUp")) {
            ObjectNode event = Json.object()
                    .put("type", type)
                    .put("key", key)
                    .put("code", key)
                    .put("windowsVirtualKeyCode", code);
            if (key.equals("Enter") && type.equals("keyDown")) {
                event.put("text", "\r");
            }
            call("Input.dispatchKeyEvent", event);
        }
    }

    /** What a screen reader is told: the role and the name of everything that is not left out. */
    List<String> spoken() {
        List<String> spoken = new ArrayList<>();
        for (JsonNode node : call("Accessibility.getFullAXTree", Json.object()).path("nodes")) {
            if (!node.path("ignored").asBoolean()) {
                spoken.add(node.path("role").path("value").asString("") + " "
                        + node.path("name").path("value").asString(""));
            }
        }
        return spoken;
    }

    /** The addresses that the page asked for. */
    List<String> requests() {
        return events.stream()
                .filter(event -> is(event, "Network.requestWillBeSent"))
                .map(event -> event.path("params").path("request").path("url").asString())
                .toList();
    }

    /** What the page complained of: exceptions, errors and warnings. */
    List<String> complaints() {
        return events.stream()
                .filter(event -> is(event, "Runtime.exceptionThrown")
                        || is(event, "Runtime.consoleAPICalled")
                        || is(event, "Log.entryAdded")
                        || is(event, "Page.javascriptDialogOpening"))
                .map(JsonNode::toString)
                .toList();
    }

    private static boolean is(JsonNode event, String method) {
        return event.path("method").asString("").equals(method);
    }

    private JsonNode call(String method, ObjectNode parameters) {
        int id = calls.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.put(id, answer);
        ObjectNode message = Json.object().put("id", id).put("method", method);
        message.set("params", parameters);
        socket.sendText(message.toString(), true).join();
        JsonNode told = answer.orTimeout(SECONDS, TimeUnit.SECONDS).join();
        assertThat(told.path("error").isMissingNode())
                .as("%s: %s", method, told)
                .isTrue();
        return told.path("result");
    }

    /** Ends it. */
    void quit() throws InterruptedException {
        call("Browser.close", Json.object());
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    /** Puts messages together, which come in pieces. */
    private final class Listener implements WebSocket.Listener {

        private final StringBuilder message = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence piece, boolean isLast) {
            message.append(piece);
            if (isLast) {
                JsonNode json = MAPPER.readTree(message.toString());
                message.setLength(0);
                CompletableFuture<JsonNode> answer =
                        answers.remove(json.path("id").asInt(-1));
                if (answer == null) {
                    events.add(json);
                } else {
                    answer.complete(json);
                }
            }
            return WebSocket.Listener.super.onText(from, piece, isLast);
        }
    }
}
