package example.acme.${{ values.javaPackage }}.items;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;

@WebMvcTest(ItemController.class)
@Import(ItemControllerTest.StoppedClock.class)
class ItemControllerTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");
  private static final UUID ID = UUID.fromString("3f0c8d5e-5a0b-4f4e-9d0e-0c7f5f1f2a11");

  @Autowired private MockMvc mvc;

  @MockitoBean private ItemStore items;

  @Test
  void createsAnItem() throws Exception {
    given(items.save(any())).willAnswer(call -> call.getArgument(0));

    mvc.perform(
            post("/api/v1/items")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"name\": \" First \"}"))
        .andExpect(status().isCreated())
        .andExpect(header().exists("Location"))
        .andExpect(jsonPath("$.name").value("First"))
        .andExpect(jsonPath("$.createdAt").value("2026-03-02T09:30:00Z"));
  }

  @Test
  void refusesAnItemWithoutName() throws Exception {
    mvc.perform(
            post("/api/v1/items")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"name\": \"\"}"))
        .andExpect(status().isBadRequest())
        .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
  }

  @Test
  void listsItems() throws Exception {
    given(items.findAll()).willReturn(List.of(new Item(ID, "First", NOW)));

    mvc.perform(get("/api/v1/items"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.length()").value(1))
        .andExpect(jsonPath("$[0].name").value("First"));
  }

  @Test
  void answersNotFoundForAnUnknownId() throws Exception {
    given(items.findById(ID)).willReturn(Optional.empty());

    mvc.perform(get("/api/v1/items/{id}", ID))
        .andExpect(status().isNotFound())
        .andExpect(jsonPath("$.detail").value("No item with id '" + ID + "'"));
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class StoppedClock {

    @Bean
    Clock clock() {
      return Clock.fixed(NOW, ZoneOffset.UTC);
    }
  }
}
